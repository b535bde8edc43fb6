const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that begin a new line or cell: where they stand, words must not run together. */
export const BLOCK_ELEMENTS = words(
  'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol optgroup option p ' +
    'pre section select summary table tbody td tfoot th thead title tr ul video audio iframe img body',
);

/** Elements of text within a line. */
const INLINE_ELEMENTS = words(
  'a abbr acronym applet area b base basefont bdi bdo big blink button canvas cite code col colgroup data ' +
    'datalist del dfn em embed font i input ins kbd label legend link map mark marquee math meta meter ' +
    'nobr object output param path picture progress q rp rt ruby s samp slot small source span strike ' +
    'strong sub sup svg template time track tt u var wbr',
);

/** Elements whose contents are not text for readers. */
export const HIDDEN_ELEMENTS = words('script style noscript template svg math head iframe object');

/** In other words: `<T>` and `<3` are text, `<b>` is markup. */
export const isHtmlElement = (name: string): boolean =>
  BLOCK_ELEMENTS.has(name) || INLINE_ELEMENTS.has(name) || HIDDEN_ELEMENTS.has(name);

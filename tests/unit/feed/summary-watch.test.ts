import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from '../../../src/domain/feed/feedsmith';
import { mapAtom } from '../../../src/domain/feed/map-atom';
import { mapRdf, mapRss } from '../../../src/domain/feed/map-rss';
import { mendXml } from '../../../src/domain/feed/mend-xml';
import type { ParsedFeed } from '../../../src/domain/model';

const RULES = {
  roots: new Set(['rss', 'feed', 'rdf']),
  items: new Set(['item', 'entry']),
  maxItems: 100,
  maxElements: 500,
};

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

interface Format {
  wrap: (items: string) => string;
  item: string;
  map: (text: string) => ParsedFeed;
}

const FORMATS: Record<string, Format> = {
  rss: {
    wrap: (items) => `<rss version="2.0" ${NAMESPACES}><channel>${items}</channel></rss>`,
    item: 'item',
    map: (text) => mapRss(parseRssFeed(text)),
  },
  atom: {
    wrap: (items) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://www.w3.org/2005/Atom">${items}</feed>`,
    item: 'entry',
    map: (text) => mapAtom(parseAtomFeed(text)),
  },
  rdf: {
    wrap: (items) =>
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ' +
      `xmlns:a="http://purl.org/rss/1.0/" ${NAMESPACES}>${items}</rdf:RDF>`,
    item: 'item',
    map: (text) => mapRdf(parseRdfFeed(text)),
  },
};

const mend = (text: string, isForSummaries: boolean): string =>
  mendXml(text, { ...RULES, isForSummaries }).text;

const SUMMARIES = [
  'summary',
  'description',
  'a:summary',
  'a:description',
  'dc:description',
  'Summary',
];
const WHOLE_TEXTS = ['content', 'content:encoded', 'title'];
const ATTRIBUTES = [
  ...[
    '',
    '',
    '',
    ' type="html"',
    ' type="text"',
    ' type="xhtml"',
    ' type="image/png"',
    " type='html'",
  ],
  ...[' type="base64"', ' mode="base64"', ' TYPE="video/mp4"', ' a:type="image/png"', ' src="/x"'],
];
const PIECES = [
  ...[
    'words',
    ' ',
    '\n',
    '&nbsp;',
    '&#160;',
    '&amp;',
    '&lt;p&gt;',
    '&',
    '<',
    '<b>',
    '</b>',
    '<br/>',
  ],
  ...['<!-- c -->', '<![CDATA[]]>', '<![CDATA[ ]]>', '<![CDATA[x <b>]]>', '<![CDATA[<!-- c -->]]>'],
  ...[
    '</content>',
    '</content:encoded>',
    '<entry>',
    '</item>',
    '<div>',
    '</div>',
    '\u00a0',
    '\u200b',
  ],
];

const elementOf = (names: string[]) =>
  fc
    .record({
      name: fc.constantFrom(...names),
      attributes: fc.constantFrom(...ATTRIBUTES),
      pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
      form: fc.constantFrom('whole', 'whole', 'whole', 'whole', 'unclosed', 'empty'),
    })
    .map(({ name, attributes, pieces, form }) => {
      if (form === 'empty') return `<${name}${attributes}/>`;
      return `<${name}${attributes}>${pieces.join('')}${form === 'whole' ? `</${name}>` : ''}`;
    });

const item = fc.tuple(
  ...[
    fc.array(elementOf(SUMMARIES), { maxLength: 2 }),
    fc.array(elementOf(WHOLE_TEXTS), { maxLength: 2 }),
  ],
  fc.array(elementOf([...SUMMARIES, ...WHOLE_TEXTS]), { maxLength: 2 }),
);
const items = fc.array(
  item.map((parts) => parts.flat()),
  { minLength: 1, maxLength: 3 },
);

test.each(Object.keys(FORMATS))('%s says the same without the whole texts', (name) => {
  const { wrap, item: element, map } = FORMATS[name] as Format;
  let shortened = 0;
  fc.assert(
    fc.property(items, (written) => {
      const text = wrap(
        written.map((elements) => `<${element}>${elements.join('')}</${element}>`).join('\n'),
      );
      const [whole, short] = [mend(text, false), mend(text, true)];
      if (short.length < whole.length) shortened += 1;
      expect(read(short, map)).toEqual(read(whole, map));
    }),
    // Few of them are shortened: of 200, now and then none.
    { numRuns: 1_000 },
  );
  expect(shortened).toBeGreaterThan(0);
});

/** feedsmith refuses documents with nothing in them. */
function read(text: string, map: Format['map']): ParsedFeed | null {
  try {
    return map(text);
  } catch {
    return null;
  }
}

const WHOLE = '<content:encoded>Two</content:encoded>';

test.each([
  ['rss', `<description>One</description>${WHOLE}`, true],
  [
    'rss',
    '<description>&lt;p>One</description><content:encoded><![CDATA[Two]]></content:encoded>',
    true,
  ],
  [
    'rss',
    '<description><![CDATA[One]]></description><content:encoded>T<b>w</b>o</content:encoded>',
    true,
  ],
  ['rss', `<description>&nbsp;</description>${WHOLE}`, false],
  ['rss', `<description/><description>One</description>${WHOLE}`, false],
  ['rss', `${WHOLE}<description>One</description>`, false],
  ['rss', `<a:description/><description>One</description>${WHOLE}`, true],
  ['rdf', `<a:description/><description>One</description>${WHOLE}`, false],
  ['atom', '<summary type="html">One</summary><content src="/x">Two</content>', true],
  ['atom', '<summary type="image/png">One</summary><content>Two</content>', false],
  ['atom', '<a:summary/><summary>One</summary><content>Two</content>', false],
])('%s: the whole text of %s is left out: %s', (name, elements, isLeftOut) => {
  const { wrap, item } = FORMATS[name] as Format;
  const text = wrap(`<${item}>${elements}<title>T</title></${item}>`);
  const shortened = text.replace(/(<content[^>]*>).*(<\/content)/, '$1$2');
  expect(mend(text, true)).toBe(isLeftOut ? shortened : text);
  expect(mend(text, false)).toBe(text);
});

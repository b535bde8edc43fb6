import { cutText } from './cut-text';
import { decodeEntities } from './html-entities';
import { stripMarkup } from './strip-markup';

/** Markup shrinks and references shrink; so many times the wanted length is always enough to read. */
const READ_AHEAD = 8;
/** So much is enough for most texts, and is tried first. */
const FIRST_READ_AHEAD = 1.5;
/** Characters after the wanted length that decide where a text is cut. */
const BEYOND_CUT = 100;

/** Control characters, bidi overrides and isolates (they let a title rewrite the page around it), halves of surrogate pairs. */
const UNWANTED =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** All white space that is not a single space already; the control character 0085 is a line break too. */
const SPACES = /(?:[^\S ]|\u0085)[\s\u0085]*| [\s\u0085]+/g;

/** Whatever can make a text differ from its plain form: markup, references, white space, `UNWANTED`. */
const NOT_PLAIN =
  /[<&\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[^\S ]| {2}|\]\]>/u;

/** References and pairs of tags that were escaped once too often. */
const ESCAPED_TWICE =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5}|[lr][sd]quo|[nm]dash|hellip);|<(?:br|hr|img)\b[^<>]{0,999}>|<\/(?:p|a|b|i|em|strong|span|div|script|style|u|font|li|h[1-6])\s*>/i;

/**
 * The text of HTML as a reader would see it, on one line: no tags, comments, scripts; references decoded;
 * white space, also of block elements, as single spaces; without control and direction characters. HTML
 * that was escaped twice by its publisher is read twice.
 * @param maxLength in UTF-16 units; longer texts are cut at a word with an ellipsis
 */
export function toPlainText(html: string, maxLength: number): string {
  const head = html.slice(0, maxLength + BEYOND_CUT);
  if (!NOT_PLAIN.test(head)) return cutText(head.trim(), maxLength);
  const few = Math.round(maxLength * FIRST_READ_AHEAD) + 2 * BEYOND_CUT;
  const stripped = stripMarkup(html, few);
  const text = decodeTwice(stripped, few);
  const isEnough = stripped.length < few || text.length >= maxLength + BEYOND_CUT;
  if (isEnough) return cutText(text, maxLength);
  const enough = maxLength * READ_AHEAD + 1_000;
  return cutText(decodeTwice(stripMarkup(html, enough), enough), maxLength);
}

function decodeTwice(stripped: string, enough: number): string {
  const once = decodeEntities(stripped);
  const text = ESCAPED_TWICE.test(once) ? decodeEntities(stripMarkup(once, enough)) : once;
  const spaced = text.replaceAll(']]>', '').replace(SPACES, ' ');
  const clean = spaced.replace(UNWANTED, '');
  return (clean === spaced ? clean : clean.replace(/ {2,}/g, ' ')).trim();
}

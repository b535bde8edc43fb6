/**
 * What publishers of some thirty languages write before a breaking story, as patterns. Longer forms first
 * where one begins another.
 */
const KICKERS = [
  'breaking news|breaking|urgent|news ?alert|just in',
  'eilmeldung|eil',
  'alerte info|derni[eè]re (?:minute|heure)|flash info',
  '[uú]ltima hora|[uú]ltimo momento|urgente',
  "ultim['’]ora",
  'laatste nieuws|senaste nytt|just nu|siste nytt',
  'z ostatniej chwili|pilne',
  // Case folding of regular expressions leaves the dotted capital I of Turkish alone.
  'son dak[iİ]ka|fla[sş] haber|flaş',
  'срочно|молния|терміново|извънредно',
  'έκτακτο',
  'عاجل|فوری|خبر فوری',
  'מבזק',
  'ब्रेकिंग न्यूज़|ब्रेकिंग',
  '速報|緊急速報|緊急|突发|突發|快讯|快訊',
  '속보|긴급',
  'tin nóng|sekilas info',
].join('|');

/** Ornaments and one opening bracket before the mark. */
const OPENING = '[\\s+*•|#!\\-\\p{Extended_Pictographic}\\ufe0f]{0,20}[\\[【［(（<〈《「]?\\s{0,5}';
const AT_START = new RegExp(`^${OPENING}(${KICKERS})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
const WHOLE = new RegExp(`^(?:${KICKERS})$`, 'iu');

/** Sets the mark off from the story. A hyphen must not join words: "breaking-point". */
const DELIMITER = /^\s*(?:[:：|｜!！\]】］)）>〉》」]|[-–—]+(?=\s|$)|\+{2,}|\/\/)/u;

/**
 * The publisher's own mark that a story is breaking: at the start of the title, set off by a colon, dash,
 * bar, bracket, `+++` or exclamation mark, or written all in capitals before a title that is not; else a
 * tag that is exactly such a mark.
 * @returns the mark as the publisher wrote it, null without one
 */
export function findKicker(title: string, tags: string[]): string | null {
  const match = AT_START.exec(title);
  if (match?.[1] !== undefined && isSetOff(match[1], title.slice(match[0].length))) return match[1];
  return tags.find((tag) => WHOLE.test(tag)) ?? null;
}

function isSetOff(word: string, rest: string): boolean {
  if (DELIMITER.test(rest)) return true;
  // Chinese and Japanese do not write spaces between words, so a space is a delimiter there.
  if (/^\p{sc=Han}+$/u.test(word)) return /^\s/.test(rest);
  return isAllCapitals(word) && /\S/.test(rest) && !isAllCapitals(rest);
}

/** False for scripts without capitals. */
const isAllCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

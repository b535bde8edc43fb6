const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/** Scripts that write no spaces between words: whatever touches there may be a word of its own. */
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/** All that can stand between two boundaries: a word, or a stretch of a script without spaces. */
export const RUN = new RegExp(
  `${UNSPACED.source}+|(?:(?!${UNSPACED.source})${WORD_CHARACTER.source})+`,
  'gu',
);

/** What no word has and is no space either; half of a pair of UTF-16 is nothing. */
export const SIGN = /[^\p{L}\p{N}\p{M}\p{Cs}_\s]/gu;

/** Whether a word may begin or end between the characters around `at`. */
export function isBoundary(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (!WORD_CHARACTER.test(before) || !WORD_CHARACTER.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const isPair = at > 1 && /[\udc00-\udfff]/.test(text[at - 1] ?? '');
  return text.slice(isPair ? at - 2 : at - 1, at);
}

const ELLIPSIS = '…';

/** A word that is longer than this part of the text is cut within. */
const LONGEST_WORD_SHARE = 0.3;

/**
 * Shortens a text to at most `maxLength` UTF-16 units with an ellipsis, at the end of a word; within
 * scripts without spaces at the end of a character as readers see it.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const room = Math.max(0, maxLength - ELLIPSIS.length);
  const space = text.lastIndexOf(' ', room);
  const end = space >= room * (1 - LONGEST_WORD_SHARE) ? space : graphemeEnd(text, room);
  return `${withoutTail(text.slice(0, end))}${ELLIPSIS}`.slice(0, maxLength);
}

/** The last boundary between characters at or before `limit`. */
function graphemeEnd(text: string, limit: number): number {
  // Characters of more than this many units (long emoji sequences) are rare enough to be cut.
  const start = Math.max(0, limit - 64);
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = start;
  for (const { index } of segmenter.segment(text.slice(start, limit + 64))) {
    if (start + index > limit) break;
    end = start + index;
  }
  return end;
}

/** From the end, since an expression would try at every space. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:–—-]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

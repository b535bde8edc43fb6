import { type FoldedText, foldText } from './fold';
import type { TopicAlternative, TopicQuery, TopicTerm } from './query';

/** A part of a text that satisfied a query: UTF-16 positions, `end` is not included. */
export interface MatchRange {
  start: number;
  end: number;
}

/** The texts of an article that topics look at. */
export interface MatchableArticle {
  title: string;
  summary: string;
  tags: string[];
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that write no spaces between words: whatever touches there may be a word of its own. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/**
 * What of a text satisfies a query, for marking.
 * @returns ranges in order without overlaps; null when the text does not match
 */
export function matchTopic(query: TopicQuery, text: string): MatchRange[] | null {
  const folded = foldText(text);
  const ranges = query.alternatives
    .filter((alternative) => isSatisfied(alternative, [folded]))
    .flatMap(({ wanted }) => wanted.flatMap((term) => findTerm(term, folded)));
  return ranges.length === 0 ? null : mergeRanges(ranges);
}

/** Whether one alternative is satisfied by the article as a whole; a phrase must be within one text. */
export function matchesArticle(query: TopicQuery, article: MatchableArticle): boolean {
  const texts = [article.title, article.summary, ...article.tags].map(foldText);
  return query.alternatives.some((alternative) => isSatisfied(alternative, texts));
}

function isSatisfied({ wanted, excluded }: TopicAlternative, texts: FoldedText[]): boolean {
  const occurs = (term: TopicTerm): boolean => texts.some((text) => findNext(term, text, 0) !== -1);
  return wanted.every(occurs) && !excluded.some(occurs);
}

function findTerm(term: TopicTerm, folded: FoldedText): MatchRange[] {
  const ranges: MatchRange[] = [];
  let at = findNext(term, folded, 0);
  while (at !== -1) {
    const end = at + term.text.length;
    ranges.push({ start: folded.starts[at] ?? 0, end: endInOriginal(folded, end) });
    at = findNext(term, folded, end);
  }
  return ranges;
}

/** Takes the accents with it that fold to nothing after the last letter. */
function endInOriginal({ starts }: FoldedText, end: number): number {
  return starts[end] ?? starts.at(-1) ?? 0;
}

/** Position of the term as whole words in the folded text from `from` on, -1 when there is none. */
function findNext({ text, isPrefix }: TopicTerm, folded: FoldedText, from: number): number {
  let at = folded.text.indexOf(text, from);
  while (at !== -1) {
    const end = at + text.length;
    if (isBoundary(folded.text, at) && (isPrefix || isBoundary(folded.text, end))) return at;
    at = folded.text.indexOf(text, at + 1);
  }
  return -1;
}

/** Whether a word may begin or end between the characters around `at`. */
function isBoundary(text: string, at: number): boolean {
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

function mergeRanges(ranges: MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

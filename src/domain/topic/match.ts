import { isBoundary } from './boundary';
import { type FoldedText, foldText, placeInOriginal } from './fold';
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

/**
 * What of a text satisfies a query, for marking.
 * @returns ranges in order without overlaps; null when the text does not match
 */
export function matchTopic(query: TopicQuery, text: string): MatchRange[] | null {
  const folded = foldText(text);
  const satisfied = query.alternatives.filter((alternative) => isSatisfied(alternative, [folded]));
  const ranges = markTerms(
    satisfied.flatMap(({ wanted }) => wanted),
    folded,
  );
  return ranges.length === 0 ? null : ranges;
}

/** Where these terms occur, in order without overlaps. */
export function markTerms(terms: TopicTerm[], text: FoldedText): MatchRange[] {
  return mergeRanges(terms.flatMap((term) => findTerm(term, text)));
}

/** Whether one alternative is satisfied by the article as a whole; a phrase must be within one text. */
export function matchesArticle(query: TopicQuery, article: MatchableArticle): boolean {
  const texts = [article.title, article.summary, ...article.tags].map(foldText);
  return query.alternatives.some((alternative) => isSatisfied(alternative, texts));
}

/** Whether all that is wanted occurs, each term within one of the texts, and nothing excluded does. */
export function isSatisfied({ wanted, excluded }: TopicAlternative, texts: FoldedText[]): boolean {
  const isThere = (term: TopicTerm): boolean => texts.some((text) => occurs(term, text));
  return wanted.every(isThere) && !excluded.some(isThere);
}

export function occurs(term: TopicTerm, text: FoldedText): boolean {
  return findNext(term, text, 0) !== -1;
}

function findTerm(term: TopicTerm, folded: FoldedText): MatchRange[] {
  const ranges: MatchRange[] = [];
  let at = findNext(term, folded, 0);
  while (at !== -1) {
    const end = at + term.text.length;
    ranges.push({ start: placeInOriginal(folded, at), end: placeInOriginal(folded, end) });
    at = findNext(term, folded, end);
  }
  return ranges;
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

function mergeRanges(ranges: MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

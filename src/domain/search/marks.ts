import type { Article } from '../model';
import { foldText } from '../topic/fold';
import { isSatisfied, type MatchRange, markTerms, occurs } from '../topic/match';
import type { TopicAlternative, TopicTerm } from '../topic/query';
import { type SearchedPart, type SearchedText, searchedTexts } from './texts';

export interface MarkedText {
  text: string;
  marks: MatchRange[];
}

/** Why an article was found. */
export interface Marked {
  headline: MatchRange[];
  /** Where else the words stand, when the headline does not have them all. */
  excerpt: (MarkedText & { part: SearchedPart }) | null;
}

/** Characters before the first mark, and in all. */
const CONTEXT = 48;
const LENGTH = 160;

/** Marks what was wanted, by the alternatives that the article satisfies. */
export function markMatch(article: Article, alternatives: TopicAlternative[]): Marked {
  const texts = searchedTexts(article);
  const folded = texts.map(({ text }) => foldText(text));
  const wanted = alternatives
    .filter((alternative) => isSatisfied(alternative, folded))
    .flatMap((alternative) => alternative.wanted);
  const title = foldText(article.title);
  const missing = wanted.filter((term) => !occurs(term, title));
  return {
    headline: markTerms(wanted, title),
    excerpt: missing.length === 0 ? null : excerptOf(texts, { wanted, missing }),
  };
}

function excerptOf(
  texts: SearchedText[],
  { wanted, missing }: { wanted: TopicTerm[]; missing: TopicTerm[] },
): Marked['excerpt'] {
  for (const { part, text } of texts) {
    const folded = foldText(text);
    const [first] = markTerms(missing, folded);
    if (!first) continue;
    return { part, ...shorten({ text, marks: markTerms(wanted, folded) }, first.start) };
  }
  return null;
}

/** Cuts between words where there are any, and says by dots that more stands there. */
function shorten({ text, marks }: MarkedText, at: number): MarkedText {
  const from = at <= CONTEXT ? 0 : wordStart(text, at - CONTEXT, at);
  const to = text.length - from <= LENGTH ? text.length : wordEnd(text, from + LENGTH);
  const before = from === 0 ? '' : '… ';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to === text.length ? '' : ' …'}`,
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

/** After the first space from there on, but not beyond the mark; never within a pair of surrogates. */
function wordStart(text: string, from: number, mark: number): number {
  const space = text.indexOf(' ', from);
  if (space !== -1 && space < mark) return space + 1;
  return isLowSurrogate(text, from) ? from - 1 : from;
}

function wordEnd(text: string, to: number): number {
  const space = text.lastIndexOf(' ', to);
  if (space > to - CONTEXT) return space;
  return isLowSurrogate(text, to) ? to - 1 : to;
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '');
}

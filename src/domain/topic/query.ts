import { failure, type Result, success } from '../result';
import { foldText } from './fold';

/** Why a topic's words cannot be used. */
export type TopicQueryError =
  | { kind: 'empty' }
  | { kind: 'unclosed-quote' }
  | { kind: 'only-exclusions' };

/** A word or phrase to look for. */
export interface TopicTerm {
  /** Folded by `foldText`, white space as single spaces. */
  text: string;
  /** Written with a trailing `*`: also the beginning of a longer word. */
  isPrefix: boolean;
}

/** All of `wanted` must occur and none of `excluded`. `wanted` is never empty. */
export interface TopicAlternative {
  wanted: TopicTerm[];
  excluded: TopicTerm[];
}

/** One alternative must be satisfied. */
export interface TopicQuery {
  alternatives: TopicAlternative[];
}

/** Either end of a phrase, in any language's way. */
export const QUOTES = '"“”«»„‟＂';
const TOKEN = new RegExp(
  `([-−–]?)(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|([^\\s${QUOTES}]+))`,
  'gu',
);
/** Commas of several scripts and new lines part alternatives, outside quotes. */
const SEPARATED = new RegExp(
  `(?:[${QUOTES}][^${QUOTES}]*(?:[${QUOTES}]|$)|[^,，、،;；\\n\\r${QUOTES}])+`,
  'gu',
);

/** What a text says, alternative by alternative, whether or not it can be used. */
export interface ReadAlternatives {
  /** Without those that say nothing. `wanted` may be empty. */
  alternatives: TopicAlternative[];
  /** The last phrase goes on to the end of the text. */
  isUnclosed: boolean;
}

/**
 * Reads what a person writes for a topic: alternatives separated by commas or new lines, all words of an
 * alternative must occur, `"quoted words"` in this order, `-word` must not occur, `word*` is a beginning.
 */
export function parseTopicQuery(text: string): Result<TopicQuery, TopicQueryError> {
  const { alternatives, isUnclosed } = readAlternatives(text);
  if (isUnclosed) return failure({ kind: 'unclosed-quote' });
  if (alternatives.some(({ wanted }) => wanted.length === 0)) {
    return failure({ kind: 'only-exclusions' });
  }
  return alternatives.length === 0 ? failure({ kind: 'empty' }) : success({ alternatives });
}

/** The language of topics, read leniently: search asks while it is being written. */
export function readAlternatives(text: string): ReadAlternatives {
  const read = [...text.normalize('NFC').matchAll(SEPARATED)].map(([part]) =>
    readAlternative(part),
  );
  return {
    alternatives: read
      .map(({ alternative }) => alternative)
      .filter(({ wanted, excluded }) => wanted.length + excluded.length > 0),
    isUnclosed: read.some(({ isUnclosed }) => isUnclosed),
  };
}

function readAlternative(text: string): { alternative: TopicAlternative; isUnclosed: boolean } {
  const alternative: TopicAlternative = { wanted: [], excluded: [] };
  let isUnclosed = false;
  for (const [, minus = '', phrase, closing = '', word] of text.matchAll(TOKEN)) {
    isUnclosed ||= phrase !== undefined && closing === '';
    const term = toTerm(phrase ?? word ?? '');
    if (term === null) continue;
    (minus === '' ? alternative.wanted : alternative.excluded).push(term);
  }
  return { alternative, isUnclosed };
}

/** @returns null when nothing is left to look for */
function toTerm(written: string): TopicTerm | null {
  const folded = foldText(written).text.replace(/\s+/g, ' ').trim();
  const isPrefix = /[\p{L}\p{N}\p{M}]\*+$/u.test(folded);
  // Punctuation around a word is not part of it; within it may be: `C++` and `.NET` keep theirs.
  const text = folded.replace(/[\s*]+$/u, '');
  return /[\p{L}\p{N}\p{S}]/u.test(text) ? { text, isPrefix } : null;
}

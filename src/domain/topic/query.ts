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

const QUOTES = '"“”«»„‟＂';
const TOKEN = new RegExp(
  `([-−–]?)(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|([^\\s${QUOTES}]+))`,
  'gu',
);
/** Commas of several scripts and new lines part alternatives, outside quotes. */
const SEPARATED = new RegExp(
  `(?:[${QUOTES}][^${QUOTES}]*(?:[${QUOTES}]|$)|[^,，、،;；\\n\\r${QUOTES}])+`,
  'gu',
);

/**
 * Reads what a person writes for a topic: alternatives separated by commas or new lines, all words of an
 * alternative must occur, `"quoted words"` in this order, `-word` must not occur, `word*` is a beginning.
 */
export function parseTopicQuery(text: string): Result<TopicQuery, TopicQueryError> {
  const alternatives: TopicAlternative[] = [];
  let hasExclusions = false;
  for (const [part] of text.normalize('NFC').matchAll(SEPARATED)) {
    const alternative = readAlternative(part);
    if (alternative === null) return failure({ kind: 'unclosed-quote' });
    if (alternative.wanted.length > 0) alternatives.push(alternative);
    else hasExclusions ||= alternative.excluded.length > 0;
  }
  if (hasExclusions) return failure({ kind: 'only-exclusions' });
  return alternatives.length === 0 ? failure({ kind: 'empty' }) : success({ alternatives });
}

/** @returns null when a quote is not closed */
function readAlternative(text: string): TopicAlternative | null {
  const alternative: TopicAlternative = { wanted: [], excluded: [] };
  for (const [, minus = '', phrase, closing = '', word] of text.matchAll(TOKEN)) {
    if (phrase !== undefined && closing === '') return null;
    const term = toTerm(phrase ?? word ?? '');
    if (term === null) continue;
    (minus === '' ? alternative.wanted : alternative.excluded).push(term);
  }
  return alternative;
}

/** @returns null when nothing is left to look for */
function toTerm(written: string): TopicTerm | null {
  const isPrefix = /[\p{L}\p{N}\p{M}]\*$/u.test(written.trim());
  // Punctuation around a word is not part of it; within it may be: `C++` and `.NET` keep theirs.
  const bare = written.replace(/\*+$/u, '').replace(/\s+/g, ' ').trim();
  const { text } = foldText(bare);
  return /[\p{L}\p{N}\p{S}]/u.test(text) ? { text, isPrefix } : null;
}

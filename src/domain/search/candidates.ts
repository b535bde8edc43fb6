import type { TopicAlternative } from '../topic/query';
import { feedWord, type IndexKey, keysOfTerm } from './index-words';

/** What the index is asked: one of the sets must be satisfied, all keys of a set, one of the feeds. */
export interface IndexQuestion {
  sets: IndexKey[][];
  /** Words that stand for feeds; null: of any feed. */
  feeds: IndexKey[] | null;
}

/** @returns null when the index cannot narrow what is searched */
export function questionOf(
  alternatives: TopicAlternative[],
  feedIds: ReadonlySet<string> | null,
): IndexQuestion | null {
  const sets = alternatives.map(({ wanted }) => distinct(wanted.flatMap(keysOfTerm)));
  const feeds =
    feedIds && [...feedIds].map((feedId) => ({ word: feedWord(feedId), isPrefix: false }));
  const isNarrow = sets.length > 0 && sets.every((keys) => keys.length > 0);
  if (isNarrow) return { sets, feeds };
  return feeds ? { sets: [[]], feeds } : null;
}

function distinct(keys: IndexKey[]): IndexKey[] {
  const known = new Map(keys.map((key) => [`${key.isPrefix}${key.word}`, key]));
  return [...known.values()];
}

export function keysOf({ sets, feeds }: IndexQuestion): IndexKey[] {
  return distinct([...sets.flat(), ...(feeds ?? [])]);
}

/** @param find documents that have a key, of whatever part of the index */
export function answer(
  { sets, feeds }: IndexQuestion,
  find: (key: IndexKey) => Set<number>,
): Set<number> {
  const ofFeeds = feeds && new Set(feeds.flatMap((key) => [...find(key)]));
  const found = new Set<number>();
  for (const keys of sets) {
    let left = ofFeeds;
    for (const key of keys) {
      if (left?.size === 0) break;
      left = left ? inBoth(left, find(key)) : find(key);
    }
    for (const number of left ?? []) found.add(number);
  }
  return found;
}

function inBoth(some: Set<number>, others: Set<number>): Set<number> {
  return new Set([...some].filter((number) => others.has(number)));
}

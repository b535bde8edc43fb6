import type { Feed } from '../domain/model';
import { type BreakingContext, breakingTitle } from '../domain/story/breaking';
import { countPublishers } from '../domain/story/publisher-key';
import { NO_COUNTS } from '../domain/story/reader-counts';
import { Vocabulary } from '../domain/story/vocabulary';
import type { WriteTransaction } from './database';
import { readRecord } from './records';

/** Decisions longer ago do not matter to new ones. */
const DECIDED_MS = 48 * 3_600_000;

/** What decisions on breaking stories depend on besides the story; new ones are added to it. */
export async function readBreakingContext(
  tx: WriteTransaction,
  feeds: Map<string, Feed>,
  now: number,
): Promise<BreakingContext> {
  const range = IDBKeyRange.lowerBound(now - DECIDED_MS);
  const breaking = await tx.objectStore('stories').index('byBreaking').getAll(range);
  const followed = [...feeds.values()].filter(({ removedAt }) => removedAt === null);
  return {
    publishers: countPublishers(followed),
    decided: breaking.flatMap(({ breaking: decision, lead }) =>
      decision ? [{ at: decision.decidedAt, title: breakingTitle(decision, lead.title) }] : [],
    ),
    vocabulary: new Vocabulary((await readRecord(tx, 'termCounts')) ?? NO_COUNTS),
  };
}

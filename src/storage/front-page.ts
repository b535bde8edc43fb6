import type { FrontPage, Story } from '../domain/model';
import { NO_COUNTERS } from '../domain/story/counters';
import { getNewest } from './batch';
import { type AnyTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { copyAfter, dropFrontPageCopy, readFrontPageCopy } from './front-page-copy';
import { readRecord, writeRecord } from './records';
import { plainStory } from './stored-story';

/** Fills the popup some six times. */
const STORIES_ON_FRONT_PAGE = 50;

/** How long a breaking story keeps its band at the top. */
const BREAKING_SHOWN_MS = 6 * 3_600_000;

/** Computes the one record that the popup shows first; part of every transaction that changes it. */
export async function writeFrontPage(tx: WriteTransaction, now: number): Promise<void> {
  const feeds = (await tx.objectStore('feeds').getAll()).filter((feed) => feed.removedAt === null);
  const newest = await newestVisible(tx, STORIES_ON_FRONT_PAGE + 1);
  const topics = await tx.objectStore('topics').getAll();
  const page: FrontPage = {
    builtAt: now,
    refreshedAt: (await readRecord(tx, 'refreshedAt')) ?? null,
    stories: newest.slice(0, STORIES_ON_FRONT_PAGE),
    hasMore: newest.length > STORIES_ON_FRONT_PAGE,
    breaking: await breakingStories(tx, now),
    topics: topics.sort((a, b) => a.createdAt - b.createdAt),
    counters: (await readRecord(tx, 'counters')) ?? NO_COUNTERS,
    feedCount: feeds.length,
    problems: await countProblems(tx, new Set(feeds.map(({ feedId }) => feedId))),
  };
  dropFrontPageCopy();
  await writeRecord(tx, 'frontPage', page);
  copyAfter(tx, page);
}

/** A browser that was started anew has no copy of it, nor has one whose worker died while storing. */
export async function ensureFrontPageCopy(): Promise<void> {
  if (await readFrontPageCopy()) return;
  // Not a reading: no other front page can be stored between looking at this one and copying it.
  await inWriteTransaction(
    async (tx) => {
      const page = await readRecord(tx, 'frontPage');
      if (page) copyAfter(tx, page);
    },
    ['records'],
  );
}

async function newestVisible(tx: AnyTransaction, count: number): Promise<Story[]> {
  const newest = await getNewest(tx, { name: 'stories', index: 'byVisible' }, count);
  return newest.map(plainStory);
}

async function breakingStories(tx: AnyTransaction, now: number): Promise<Story[]> {
  const range = IDBKeyRange.lowerBound(now - BREAKING_SHOWN_MS);
  const stories = await tx.objectStore('stories').index('byBreaking').getAll(range);
  return stories.map(plainStory).reverse();
}

async function countProblems(
  tx: AnyTransaction,
  followed: Set<string>,
): Promise<FrontPage['problems']> {
  const states = await tx.objectStore('feedStates').getAll();
  const failing = states.filter(
    ({ feedId, lastError }) => followed.has(feedId) && lastError && lastError.kind !== 'offline',
  );
  const permission = failing.filter(({ lastError }) => lastError?.kind === 'permission');
  return { failing: failing.length, permission: permission.length };
}

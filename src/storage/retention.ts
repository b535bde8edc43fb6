import {
  canDropArticle,
  canDropStatus,
  KEEP_STATUS_MS,
  keepArticleMs,
} from '../domain/article/retain';
import type { FeedState } from '../domain/model';
import { deleteMany, putMany, readOnwards } from './batch';
import { inWriteTransaction, type PlaceInIndex, type WriteTransaction } from './database';
import { dropHeadlines } from './headlines';
import { readArticles, readFeedArticles, readStatuses, storyIdsOf } from './lookups';
import { dropOldNotifications } from './notifications';
import { readRecord, writeRecord } from './records';
import { forgetInLog } from './search/log';
import { reviewPartsOf } from './search/parts';
import { readSettings } from './settings';
import { recomposeStories } from './stories';
import { noteRemovedFeeds } from './sync/removals';

/**
 * Each refresh takes a bite: deleting is slow (4 s for 10,000 in Chromium), and what is old and still listed,
 * perhaps thousands, would be looked at each time.
 */
const BITE = 500;

/** A removal can be undone until then. */
export const UNDO_MS = 15 * 60_000;

/** Drops what is too old, and feeds whose removal can no longer be undone. */
export async function retain(now: number): Promise<void> {
  const keepMs = keepArticleMs((await readSettings()).keepDays);
  await inWriteTransaction(async (tx) => {
    const states = await readStates(tx);
    const reached = (await readRecord(tx, 'retained')) ?? { article: null, status: null };
    const articles = await dropArticles(tx, { states, now, after: reached.article, keepMs });
    const statuses = await dropStatuses(tx, { states, now, after: reached.status });
    const next = { article: articles.reached, status: statuses.reached };
    if (next.article !== reached.article || next.status !== reached.status) {
      await writeRecord(tx, 'retained', next);
    }
    const storyIds = [...articles.storyIds, ...(await purgeFeeds(tx, now))];
    await dropOldNotifications(tx, now);
    if (storyIds.length > 0) await recomposeStories(tx, storyIds, now);
  });
}

/** One bite of what is old. */
interface Bite {
  states: Map<string, FeedState>;
  now: number;
  /** Where the last bite ended; null at the beginning. */
  after: PlaceInIndex | null;
}

async function dropArticles(
  tx: WriteTransaction,
  { states, now, after, keepMs }: Bite & { keepMs: number },
): Promise<{ storyIds: string[]; reached: PlaceInIndex | null }> {
  const place = { name: 'articles', index: 'byArrival' } as const;
  const { records, reached } = await readOnwards(tx, place, {
    ...{ upTo: now - keepMs, after, count: BITE },
  });
  const ids = records.map(({ articleId }) => articleId);
  const statuses = await readStatuses(tx, ids);
  const dropped = records.filter(({ articleId, feedId }) =>
    canDropArticle(statuses.get(articleId), states.get(feedId), now),
  );
  deleteMany(
    tx,
    'articles',
    dropped.map(({ articleId }) => articleId),
  );
  return { storyIds: storyIdsOf(dropped), reached };
}

async function dropStatuses(
  tx: WriteTransaction,
  { states, now, after }: Bite,
): Promise<{ reached: PlaceInIndex | null }> {
  const place = { name: 'statuses', index: 'byLastSeen' } as const;
  const { records, reached } = await readOnwards(tx, place, {
    ...{ upTo: now - KEEP_STATUS_MS, after, count: BITE },
  });
  const old = records.filter((status) => canDropStatus(status, states.get(status.feedId), now));
  const ids = old.map(({ articleId }) => articleId);
  const stored = await readArticles(tx, ids);
  deleteMany(
    tx,
    'statuses',
    ids.filter((articleId) => !stored.has(articleId)),
  );
  return { reached };
}

async function readStates(tx: WriteTransaction): Promise<Map<string, FeedState>> {
  const states = await tx.objectStore('feedStates').getAll();
  return new Map(states.map((state) => [state.feedId, state]));
}

async function purgeFeeds(tx: WriteTransaction, now: number): Promise<string[]> {
  const feeds = await tx.objectStore('feeds').getAll();
  const gone = feeds.filter(({ removedAt }) => removedAt !== null && now - removedAt >= UNDO_MS);
  const storyIds: string[] = [];
  await noteRemovedFeeds(tx, gone, now);
  for (const { feedId } of gone) {
    storyIds.push(...(await purgeArticles(tx, feedId)));
    await tx.objectStore('feedStates').delete(feedId);
    await tx.objectStore('feeds').delete(feedId);
  }
  return storyIds;
}

/**
 * Whoever removes a feed wants its headlines gone. What they read of it stays known, as of any feed, so that
 * it does not return as new when they follow the feed again.
 */
async function purgeArticles(tx: WriteTransaction, feedId: string): Promise<string[]> {
  const articles = await readFeedArticles(tx, feedId);
  const ids = articles.map(({ articleId }) => articleId);
  const statuses = [...(await readStatuses(tx, ids)).values()];
  for (const name of ['articles', 'statuses', 'changes'] as const) deleteMany(tx, name, ids);
  const read = statuses.filter(({ readAt }) => readAt !== null);
  putMany(
    tx,
    'statuses',
    read.map((status) => ({ ...status, savedAt: null })),
  );
  deleteMany(tx, 'listings', [feedId]);
  await dropHeadlines(tx);
  await forgetInLog(tx, new Set(ids));
  await reviewPartsOf(tx, feedId);
  return storyIdsOf(articles);
}

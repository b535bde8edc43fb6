import {
  canDropArticle,
  canDropStatus,
  KEEP_ARTICLE_MS,
  KEEP_STATUS_MS,
} from '../domain/article/retain';
import type { FeedState } from '../domain/model';
import { deleteMany, putMany } from './batch';
import { inWriteTransaction, type WriteTransaction } from './database';
import { dropHeadlines } from './headlines';
import { readFeedArticles, readStatuses, storyIdsOf } from './lookups';
import { dropOldNotifications } from './notifications';
import { recomposeStories } from './stories';

/** Deleting is slow (4 s for 10,000 in Chromium); each refresh takes a bite. */
const BITE = 500;

/** A removal can be undone until then. */
export const UNDO_MS = 15 * 60_000;

/** Drops what is too old, and feeds whose removal can no longer be undone. */
export async function retain(now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const storyIds = [...(await dropArticles(tx, now)), ...(await purgeFeeds(tx, now))];
    await dropStatuses(tx, now);
    await dropOldNotifications(tx, now);
    await recomposeStories(tx, storyIds, now);
  });
}

async function dropArticles(tx: WriteTransaction, now: number): Promise<string[]> {
  const range = IDBKeyRange.upperBound(now - KEEP_ARTICLE_MS);
  const states = await readStates(tx);
  const storyIds: string[] = [];
  let cursor = await tx.objectStore('articles').index('byArrival').openCursor(range);
  while (cursor && storyIds.length < BITE) {
    const { articleId, feedId, storyId } = cursor.value;
    const status = await tx.objectStore('statuses').get(articleId);
    if (canDropArticle(status, states.get(feedId), now)) {
      await cursor.delete();
      if (storyId !== null) storyIds.push(storyId);
    }
    cursor = await cursor.continue();
  }
  return storyIds;
}

/** A cursor, since many old statuses may have to stay, and must not hide those that can go. */
async function dropStatuses(tx: WriteTransaction, now: number): Promise<void> {
  const range = IDBKeyRange.upperBound(now - KEEP_STATUS_MS);
  const states = await readStates(tx);
  let cursor = await tx.objectStore('statuses').index('byLastSeen').openCursor(range);
  for (let dropped = 0; cursor && dropped < BITE; cursor = await cursor.continue()) {
    const { articleId, feedId } = cursor.value;
    const isStored = (await tx.objectStore('articles').getKey(articleId)) !== undefined;
    if (isStored || !canDropStatus(cursor.value, states.get(feedId), now)) continue;
    await cursor.delete();
    dropped += 1;
  }
}

async function readStates(tx: WriteTransaction): Promise<Map<string, FeedState>> {
  const states = await tx.objectStore('feedStates').getAll();
  return new Map(states.map((state) => [state.feedId, state]));
}

async function purgeFeeds(tx: WriteTransaction, now: number): Promise<string[]> {
  const feeds = await tx.objectStore('feeds').getAll();
  const storyIds: string[] = [];
  for (const { feedId, removedAt } of feeds) {
    if (removedAt === null || now - removedAt < UNDO_MS) continue;
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
  return storyIdsOf(articles);
}

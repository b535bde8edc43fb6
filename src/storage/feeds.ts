import { feedIdOf } from '../domain/article/identity';
import type { FeedError } from '../domain/errors';
import type { Feed, FeedCandidate, FeedState } from '../domain/model';
import { nextCheckAt } from '../domain/refresh/next-check';
import { inReadTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { readFeedArticles, storyIdsOf } from './lookups';
import { readRecord, writeRecord } from './records';
import { recomposeStories } from './stories';

export interface FollowedFeeds {
  /** Not those whose removal can still be undone. */
  feeds: Feed[];
  states: Map<string, FeedState>;
}

export async function listFeeds(): Promise<FollowedFeeds> {
  return inReadTransaction(async (tx) => {
    const feeds = await tx.objectStore('feeds').getAll();
    const states = await tx.objectStore('feedStates').getAll();
    return {
      feeds: feeds.filter((feed) => feed.removedAt === null),
      states: new Map(states.map((state) => [state.feedId, state])),
    };
  });
}

export function newFeedState(feedId: string, now: number): FeedState {
  return {
    feedId,
    validators: null,
    contentHash: null,
    documentAt: null,
    checkedAt: null,
    succeededAt: null,
    nextCheckAt: now,
    intervalMs: null,
    errorCount: 0,
    lastError: null,
  };
}

/** Follows feeds; those already followed stay as they are, those being removed come back. */
export async function followFeeds(
  candidates: FeedCandidate[],
  now: number,
): Promise<{ added: Feed[]; already: Feed[] }> {
  return inWriteTransaction(async (tx) => {
    const added: Feed[] = [];
    const already: Feed[] = [];
    for (const candidate of candidates) {
      const { feed, isNew } = await follow(tx, candidate, now);
      (isNew ? added : already).push(feed);
    }
    await writeFrontPage(tx, now);
    return { added, already };
  });
}

async function follow(
  tx: WriteTransaction,
  candidate: FeedCandidate,
  now: number,
): Promise<{ feed: Feed; isNew: boolean }> {
  const { feedUrl, siteUrl } = candidate;
  const feedId = feedIdOf(feedUrl);
  const known = await tx.objectStore('feeds').get(feedId);
  if (known?.removedAt === null) return { feed: known, isNew: false };
  const title = candidate.title ?? new URL(feedUrl).hostname;
  const feed = known
    ? { ...known, removedAt: null }
    : { feedId, feedUrl, siteUrl, title, addedAt: now, removedAt: null };
  await tx.objectStore('feeds').put(feed);
  if (known) await recomposeStories(tx, await storyIdsOfFeed(tx, feedId), now);
  else await tx.objectStore('feedStates').put(newFeedState(feedId, now));
  return { feed, isNew: true };
}

export async function setFeedRemoved(feedId: string, removedAt: number | null, now: number) {
  await inWriteTransaction(async (tx) => {
    const feed = await tx.objectStore('feeds').get(feedId);
    if (!feed) return;
    await tx.objectStore('feeds').put({ ...feed, removedAt });
    await recomposeStories(tx, await storyIdsOfFeed(tx, feedId), now);
  });
}

export async function renameFeed(feedId: string, title: string, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const feed = await tx.objectStore('feeds').get(feedId);
    if (!feed) return;
    await tx.objectStore('feeds').put({ ...feed, title });
    await recomposeStories(tx, await storyIdsOfFeed(tx, feedId), now);
  });
}

async function storyIdsOfFeed(tx: WriteTransaction, feedId: string): Promise<string[]> {
  return storyIdsOf(await readFeedArticles(tx, feedId));
}

/** The state with its next check, by its own interval and what went wrong. */
function scheduled(state: FeedState, error: FeedError | null, now: number): FeedState {
  const { intervalMs, errorCount } = state;
  const random = Math.random();
  return { ...state, nextCheckAt: nextCheckAt({ now, intervalMs, error, errorCount, random }) };
}

/**
 * Writes each feed's next check before any of them is fetched, so that a worker that dies in the
 * middle never hammers the feed that killed it.
 */
export async function scheduleNextChecks(feeds: Feed[], now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const store = tx.objectStore('feedStates');
    for (const { feedId } of feeds) {
      const state = (await store.get(feedId)) ?? newFeedState(feedId, now);
      await store.put(scheduled(state, null, now));
    }
    await writeRecord(tx, 'progress', {
      startedAt: now,
      updatedAt: now,
      done: 0,
      total: feeds.length,
    });
  });
}

/** One more feed of the running refresh is done. */
export async function advanceProgress(now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const progress = await readRecord(tx, 'progress');
    if (!progress) return;
    await writeRecord(tx, 'progress', { ...progress, updatedAt: now, done: progress.done + 1 });
  });
}

/** Records a failed check and when to try again. */
export async function recordFailure(feedId: string, error: FeedError, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const state = await tx.objectStore('feedStates').get(feedId);
    if (!state) return;
    const isCounted = error.kind !== 'offline' && error.kind !== 'permission';
    const errorCount = state.errorCount + (isCounted ? 1 : 0);
    const failed = { ...state, checkedAt: now, errorCount, lastError: error };
    await tx.objectStore('feedStates').put(scheduled(failed, error, now));
  });
}

/** The state after a check that succeeded. */
export function succeeded(
  state: FeedState,
  change: Partial<Pick<FeedState, 'validators' | 'contentHash' | 'documentAt' | 'intervalMs'>>,
  now: number,
): FeedState {
  const healthy = { errorCount: 0, lastError: null, checkedAt: now, succeededAt: now };
  return scheduled({ ...state, ...change, ...healthy }, null, now);
}

/** Records that a feed was checked and had not changed. */
export async function recordUnchanged(
  feedId: string,
  validators: FeedState['validators'],
  now: number,
): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const state = await tx.objectStore('feedStates').get(feedId);
    if (state) await tx.objectStore('feedStates').put(succeeded(state, { validators }, now));
  });
}

/** Makes feeds due at once, e.g. when access to their site was given. */
export async function makeDue(feedIds: string[], now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    for (const feedId of feedIds) {
      const state = await tx.objectStore('feedStates').get(feedId);
      if (state) await tx.objectStore('feedStates').put({ ...state, nextCheckAt: now });
    }
  });
}

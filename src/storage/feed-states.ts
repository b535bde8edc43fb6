import type { FeedError } from '../domain/errors';
import type { Feed, FeedState } from '../domain/model';
import { isCounted, nextCheckAt } from '../domain/refresh/next-check';
import { hostOf, pauseUntil } from '../domain/refresh/pause';
import { getMany, putMany } from './batch';
import { noteClock } from './clock';
import { inWriteTransaction, type WriteTransaction } from './database';
import { noteRefresh } from './dead-refresh';
import { pauseHost } from './hosts';
import { readRecord, writeRecord } from './records';

/** What a successful check may change in a state. */
export type StateChange = Partial<
  Omit<
    FeedState,
    'feedId' | 'checkedAt' | 'succeededAt' | 'nextCheckAt' | 'errorCount' | 'lastError'
  >
>;

export interface Check {
  feedId: string;
  change: StateChange;
  at: number;
}

export function newFeedState(feedId: string, now: number): FeedState {
  return {
    feedId,
    validators: null,
    answeredUrl: null,
    contentHash: null,
    documentAt: null,
    checkedAt: null,
    succeededAt: null,
    nextCheckAt: now,
    intervalMs: null,
    freshMs: null,
    skip: null,
    rhythmMs: null,
    brokeAt: null,
    errorCount: 0,
    lastError: null,
    move: null,
  };
}

/** The state with its next check, by its own pace, the user's choice and what went wrong. */
function scheduled(
  state: FeedState,
  { checkEveryMs }: Pick<Feed, 'checkEveryMs'>,
  { now, notBefore = null }: { now: number; notBefore?: number | null },
): FeedState {
  const { lastError: error, errorCount } = state;
  const random = Math.random();
  const input = { now, pace: state, checkEveryMs, error, errorCount, notBefore, random };
  return { ...state, nextCheckAt: nextCheckAt(input) };
}

/**
 * Writes each feed's next check before any of them is fetched, so that a worker that dies in the
 * middle never hammers the feed that killed it.
 */
export async function scheduleNextChecks(feeds: Feed[], now: number): Promise<void> {
  await inWriteTransaction(
    async (tx) => {
      const feedIds = feeds.map(({ feedId }) => feedId);
      const states = await getMany(tx, 'feedStates', feedIds);
      const next = feeds.map((feed, index) => {
        const state = states[index] ?? newFeedState(feed.feedId, now);
        const { nextCheckAt } = scheduled({ ...state, lastError: null }, feed, { now });
        return { ...state, nextCheckAt };
      });
      putMany(tx, 'feedStates', next);
      await noteClock(tx, now);
      await noteRefresh(tx, feedIds);
      const total = feeds.length;
      await writeRecord(tx, 'progress', { startedAt: now, updatedAt: now, done: 0, total });
    },
    ['feedStates', 'records'],
  );
}

/** The state after a check that succeeded. */
export function succeeded(state: FeedState, feed: Feed, { change, at }: Omit<Check, 'feedId'>) {
  const healthy = { errorCount: 0, lastError: null, checkedAt: at, succeededAt: at };
  return scheduled({ ...state, ...change, ...healthy }, feed, { now: at });
}

/**
 * Records feeds that had not changed, many in one transaction, and how far the refresh is. What a crash
 * loses of it are times and validators, which the next check gets again.
 */
export async function recordUnchanged(
  checks: Check[],
  progress: { done: number; now: number },
): Promise<void> {
  await inWriteTransaction(
    async (tx) => {
      await putUnchanged(tx, checks);
      const running = await readRecord(tx, 'progress');
      if (!running) return;
      await writeRecord(tx, 'progress', {
        ...running,
        updatedAt: progress.now,
        done: progress.done,
      });
    },
    ['feeds', 'feedStates', 'records'],
  );
}

async function putUnchanged(tx: WriteTransaction, checks: Check[]): Promise<void> {
  const feedIds = checks.map(({ feedId }) => feedId);
  const [states, feeds] = await Promise.all([
    getMany(tx, 'feedStates', feedIds),
    getMany(tx, 'feeds', feedIds),
  ]);
  const checked = checks.flatMap((check, index) => {
    const [state, feed] = [states[index], feeds[index]];
    return state && feed ? [succeeded(state, feed, check)] : [];
  });
  putMany(tx, 'feedStates', checked);
}

/**
 * Records a failed check and when to try again; where the server asks for it, its whole host pauses.
 * @param answeredUrl which server it was that answered, after redirects
 */
export async function recordFailure(
  feedId: string,
  { error, answeredUrl }: { error: FeedError; answeredUrl: string },
  now: number,
): Promise<{ isHostPaused: boolean }> {
  return inWriteTransaction(
    async (tx) => {
      const state = await tx.objectStore('feedStates').get(feedId);
      const feed = await tx.objectStore('feeds').get(feedId);
      if (!state || !feed) return { isHostPaused: false };
      const errorCount = state.errorCount + (isCounted(error) ? 1 : 0);
      const notBefore = pauseUntil({ now, error, errorCount, random: Math.random() });
      const lastError =
        error.kind === 'rate-limited' ? { ...error, retryAt: notBefore ?? error.retryAt } : error;
      const failed = { ...state, checkedAt: now, errorCount, lastError };
      await tx.objectStore('feedStates').put(scheduled(failed, feed, { now, notBefore }));
      if (notBefore !== null) await pauseHost(tx, { host: hostOf(answeredUrl), notBefore }, now);
      return { isHostPaused: notBefore !== null };
    },
    ['feeds', 'feedStates', 'hosts'],
  );
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

/** Sets how often a feed is checked; counted from its last check. */
export async function setCheckEvery(feedId: string, checkEveryMs: number | null): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const feed = await tx.objectStore('feeds').get(feedId);
    const state = await tx.objectStore('feedStates').get(feedId);
    if (!feed || !state) return;
    const changed = { ...feed, checkEveryMs };
    await tx.objectStore('feeds').put(changed);
    if (state.checkedAt === null || state.lastError !== null) return;
    await tx.objectStore('feedStates').put(scheduled(state, changed, { now: state.checkedAt }));
  });
}

import { feedIdOf } from '../domain/article/identity';
import { feedFinder } from '../domain/feed/find-feed';
import type { Feed, FeedCandidate, FeedState } from '../domain/model';
import { hostOf } from '../domain/refresh/pause';
import { getMany, putMany } from './batch';
import { inReadTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { newFeedState } from './feed-states';
import { writeFrontPage } from './front-page';
import { readPauses } from './hosts';
import { readFeedArticles, storyIdsOf } from './lookups';
import { recomposeStories } from './stories';

export interface FollowedFeeds {
  /** Not those whose removal can still be undone. */
  feeds: Feed[];
  states: Map<string, FeedState>;
  /** By host: until when it asked not to be visited. */
  pauses: Map<string, number>;
}

export async function listFeeds(): Promise<FollowedFeeds> {
  return inReadTransaction(
    async (tx) => {
      const [feeds, states, pauses] = await Promise.all([
        tx.objectStore('feeds').getAll(),
        tx.objectStore('feedStates').getAll(),
        readPauses(tx),
      ]);
      return {
        feeds: feeds.filter((feed) => feed.removedAt === null),
        states: new Map(states.map((state) => [state.feedId, state])),
        pauses,
      };
    },
    ['feeds', 'feedStates', 'hosts'],
  );
}

/** Follows feeds; those already followed stay as they are, those being removed come back. */
export async function followFeeds(
  candidates: FeedCandidate[],
  now: number,
): Promise<{ added: Feed[]; already: Feed[] }> {
  return inWriteTransaction(async (tx) => {
    const added: Feed[] = [];
    const already: Feed[] = [];
    const pauses = await readPauses(tx);
    const find = feedFinder(await tx.objectStore('feeds').getAll());
    for (const candidate of candidates) {
      const known = find(candidate.feedUrl) ?? (await storedUnder(tx, candidate));
      if (known?.removedAt === null) already.push(known);
      else added.push(await follow(tx, known ?? candidate, { pauses, now }));
    }
    await writeFrontPage(tx, now);
    return { added, already };
  });
}

/** Also finds what this very call stored before. */
function storedUnder(tx: WriteTransaction, { feedUrl }: FeedCandidate): Promise<Feed | undefined> {
  return tx.objectStore('feeds').get(feedIdOf(feedUrl));
}

async function follow(
  tx: WriteTransaction,
  wanted: Feed | FeedCandidate,
  { pauses, now }: { pauses: Map<string, number>; now: number },
): Promise<Feed> {
  if ('feedId' in wanted) {
    const restored = { ...wanted, removedAt: null };
    await tx.objectStore('feeds').put(restored);
    await recomposeStories(tx, await storyIdsOfFeed(tx, wanted.feedId), now);
    return restored;
  }
  const feed = newFeed(wanted, now);
  const state = newFeedState(feed.feedId, now);
  const notBefore = pauses.get(hostOf(feed.feedUrl)) ?? 0;
  const paused = { nextCheckAt: notBefore, lastError: pausedError(notBefore) };
  await tx.objectStore('feeds').put(feed);
  await tx.objectStore('feedStates').put(notBefore > now ? { ...state, ...paused } : state);
  return feed;
}

function newFeed({ feedUrl, siteUrl, title }: FeedCandidate, now: number): Feed {
  return {
    feedId: feedIdOf(feedUrl),
    feedUrl,
    formerUrls: [],
    siteUrl,
    title: title ?? new URL(feedUrl).hostname,
    addedAt: now,
    checkEveryMs: null,
    trustsKicker: false,
    removedAt: null,
  };
}

const pausedError = (retryAt: number) => ({ kind: 'rate-limited', retryAt }) as const;

/** Removes feeds, or brings them back (null), all of them in one transaction. */
export async function setFeedsRemoved(
  feedIds: string[],
  removedAt: number | null,
  now: number,
): Promise<void> {
  await changeFeeds(feedIds, { removedAt }, now);
}

export async function renameFeed(feedId: string, title: string, now: number): Promise<void> {
  await changeFeeds([feedId], { title }, now);
}

/** Holds for what arrives from now on: a decision that was made stays. */
export async function setTrustsKicker(
  feedId: string,
  trustsKicker: boolean,
  now: number,
): Promise<void> {
  await changeFeeds([feedId], { trustsKicker }, now);
}

async function changeFeeds(feedIds: string[], change: Partial<Feed>, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const known = (await getMany(tx, 'feeds', feedIds)).filter((feed) => feed !== undefined);
    if (known.length === 0) return;
    putMany(
      tx,
      'feeds',
      known.map((feed) => ({ ...feed, ...change })),
    );
    const storyIds = await Promise.all(known.map(({ feedId }) => storyIdsOfFeed(tx, feedId)));
    await recomposeStories(tx, storyIds.flat(), now);
  });
}

async function storyIdsOfFeed(tx: WriteTransaction, feedId: string): Promise<string[]> {
  return storyIdsOf(await readFeedArticles(tx, feedId));
}

import type { Feed, FeedState } from '../domain/model';
import { decideBreaking } from '../domain/story/breaking';
import { advanceProgress, newFeedState } from '../storage/feeds';
import { showChanges } from '../storage/grouping';
import { announceChange } from './announce';
import { type CheckOutcome, checkFeed } from './check-feed';

/** Hosts visited at the same time; each host gets one request at a time. */
const HOSTS_AT_ONCE = 6;

/** Headlines come to the list while slower feeds are awaited, but not after every feed of many. */
const SHOW_EVERY_MS = 1000;

/** Checks feeds, each with its own outcome, and lets the list and the progress follow. */
export async function checkFeeds(
  due: Feed[],
  states: Map<string, FeedState>,
  now: number,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  const queues = queuesByHost(due);
  const showArrivals = arrivalDisplay(now);
  const visitHosts = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const feed of queue) {
        const state = states.get(feed.feedId) ?? newFeedState(feed.feedId, now);
        const outcome = await checkFeed(feed, state, now);
        outcomes.push(outcome);
        await advanceProgress(Date.now());
        if (outcome.kind === 'changed') await showArrivals();
        await announceChange();
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, visitHosts));
  return outcomes;
}

function arrivalDisplay(now: number): () => Promise<void> {
  let shownAt = 0;
  return async () => {
    if (Date.now() - shownAt < SHOW_EVERY_MS) return;
    shownAt = Date.now();
    await showChanges((story) => decideBreaking({ ...story, now }), now);
  };
}

function queuesByHost(feeds: Feed[]): Feed[][] {
  const queues = new Map<string, Feed[]>();
  for (const feed of feeds) {
    const { host } = new URL(feed.feedUrl);
    queues.set(host, [...(queues.get(host) ?? []), feed]);
  }
  return [...queues.values()];
}

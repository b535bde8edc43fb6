import type { Feed, FeedState } from '../model';
import { floorOf, LONGEST_WAIT_MS, SHORTEST_MS } from './next-check';
import { hostOf } from './pause';

/** A person who presses Refresh again and again does not make a publisher's server pay for it. */
const MANUAL_MINIMUM_MS = 60_000;

export type RefreshMode = 'scheduled' | 'manual';

export interface DueInput {
  feeds: Feed[];
  states: Map<string, FeedState>;
  /** By host: not before then. */
  pauses: Map<string, number>;
  now: number;
  mode: RefreshMode;
}

/** The feeds to check now, longest waiting first; those that last kept us waiting in vain at the end. */
export function dueFeeds(input: DueInput): Feed[] {
  const { states, now } = input;
  const mayCheck = input.mode === 'manual' ? mayCheckByHand : isScheduled;
  const isDue = (feed: Feed) => {
    const state = states.get(feed.feedId);
    if (isPaused(feed, input)) return false;
    return !state || (state.lastError?.kind !== 'gone' && mayCheck(state, now));
  };
  const waitingSince = ({ feedId }: Feed) => states.get(feedId)?.nextCheckAt ?? 0;
  const isSlow = ({ feedId }: Feed) => states.get(feedId)?.lastError?.kind === 'timeout';
  return input.feeds
    .filter((feed) => feed.removedAt === null)
    .filter(isDue)
    .sort((a, b) => Number(isSlow(a)) - Number(isSlow(b)) || waitingSince(a) - waitingSince(b));
}

/** Whether the host of this feed asked for a pause, for all of its feeds and for the button too. */
export function isPaused(
  { feedUrl }: Pick<Feed, 'feedUrl'>,
  { pauses, now }: Pick<DueInput, 'pauses' | 'now'>,
): boolean {
  const notBefore = pauses.get(hostOf(feedUrl)) ?? 0;
  return notBefore > now && notBefore <= now + LONGEST_WAIT_MS;
}

/** A time further away than any we set means that the clock was set back: heal by checking. */
function isScheduled(state: FeedState, now: number): boolean {
  return state.nextCheckAt <= now || state.nextCheckAt > now + LONGEST_WAIT_MS;
}

/** Once a minute; a server that asked for longer waits is given five. */
function mayCheckByHand(state: FeedState, now: number): boolean {
  const { checkedAt, lastError } = state;
  if (lastError?.kind === 'rate-limited' && !isScheduled(state, now)) return false;
  const hasAsked = floorOf(state) > SHORTEST_MS;
  const minimum = hasAsked ? SHORTEST_MS : MANUAL_MINIMUM_MS;
  return checkedAt === null || checkedAt > now || now - checkedAt >= minimum;
}

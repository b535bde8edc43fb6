import type { Feed, FeedState } from '../model';
import { LONGEST_WAIT_MS } from './next-check';

/** A person who presses Refresh again and again does not make a publisher's server pay for it. */
export const MANUAL_MINIMUM_MS = 10_000;

export type RefreshMode = 'scheduled' | 'manual';

/** The feeds to check now, longest waiting first. */
export function dueFeeds(input: {
  feeds: Feed[];
  states: Map<string, FeedState>;
  now: number;
  mode: RefreshMode;
}): Feed[] {
  const isDue = input.mode === 'manual' ? mayCheckByHand : isScheduled;
  const waitingSince = (feed: Feed) => input.states.get(feed.feedId)?.nextCheckAt ?? 0;
  return input.feeds
    .filter((feed) => feed.removedAt === null)
    .filter((feed) => {
      const state = input.states.get(feed.feedId);
      return !state || (state.lastError?.kind !== 'gone' && isDue(state, input.now));
    })
    .sort((a, b) => waitingSince(a) - waitingSince(b));
}

/** A time further away than any we set means that the clock was set back: heal by checking. */
function isScheduled(state: FeedState, now: number): boolean {
  return state.nextCheckAt <= now || state.nextCheckAt > now + LONGEST_WAIT_MS;
}

function mayCheckByHand(state: FeedState, now: number): boolean {
  const { lastError, checkedAt } = state;
  if (lastError?.kind === 'rate-limited' && !isScheduled(state, now)) return false;
  return checkedAt === null || checkedAt > now || now - checkedAt >= MANUAL_MINIMUM_MS;
}

import type { FeedError } from '../errors';
import { LONGEST_PAUSE_MS } from './next-check';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When a server says "too many" without saying how long. */
const UNSAID_MS = HOUR_MS;
/** Nobody should come back in the very second that a server named. */
const SPREAD = 0.1;
const MOST_SPREAD_MS = 5 * MINUTE_MS;

/**
 * Until when a whole host is left alone after this failure of one of its feeds; null when only the feed
 * is. `Retry-After` counts up to a week. Without it "too many requests" means an hour, doubling to a day,
 * and the first "forbidden" an hour: it may be meant for all of us. That it was said again by the same
 * feed is about that feed alone, whose own waits get longer.
 */
export function pauseUntil(input: {
  now: number;
  error: FeedError;
  /** Failures in a row, this one included. */
  errorCount: number;
  /** 0 to 1. */
  random: number;
}): number | null {
  const wait = pauseMs(input);
  if (wait === null || wait <= 0) return null;
  const spread = Math.min(wait * SPREAD, MOST_SPREAD_MS) * input.random;
  return Math.round(input.now + wait + spread);
}

function pauseMs(input: { now: number; error: FeedError; errorCount: number }): number | null {
  const { now, error, errorCount } = input;
  if (error.kind === 'rate-limited') {
    return error.retryAt === null
      ? Math.min(UNSAID_MS * 2 ** (errorCount - 1), DAY_MS)
      : Math.min(error.retryAt - now, LONGEST_PAUSE_MS - MOST_SPREAD_MS);
  }
  const isForbidden = error.kind === 'http' && error.status === 403;
  return isForbidden && errorCount === 1 ? UNSAID_MS : null;
}

/** The key of a host in the pauses: with its port, since another port is another server. */
export function hostOf(address: string): string {
  return new URL(address).host;
}

import type { FeedError } from '../errors';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const SHORTEST_MS = 5 * MINUTE_MS;
const USUAL_MS = 15 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
/** A server may ask for more than a day, but not for ever. */
const LONGEST_RETRY_MS = 7 * DAY_MS;
const OFFLINE_MS = MINUTE_MS;
/** Waits vary by a tenth either way, so that many installations do not knock at the same moment. */
const JITTER = 0.1;

/** No time that this file gives is further away. */
export const LONGEST_WAIT_MS = LONGEST_RETRY_MS * (1 + JITTER);

/**
 * When to check a feed again, in epoch milliseconds.
 *
 * After a success: what the publisher asks for (5 minutes to a day), else 15 minutes. After failures:
 * doubling from 15 minutes to a day, and never before Retry-After (RFC 9110, 10.2.3).
 */
export function nextCheckAt(input: {
  now: number;
  intervalMs: number | null;
  error: FeedError | null;
  /** Failures in a row, this one included. */
  errorCount: number;
  /** 0 to 1. */
  random: number;
}): number {
  const { now, error } = input;
  const jitter = 1 + JITTER * (2 * input.random - 1);
  const interval = Math.min(Math.max(input.intervalMs ?? USUAL_MS, SHORTEST_MS), LONGEST_MS);
  if (error === null || error.kind === 'permission') return Math.round(now + interval * jitter);
  if (error.kind === 'offline') return now + OFFLINE_MS;
  const backoff = Math.min(interval * 2 ** (input.errorCount - 1), LONGEST_MS) * jitter;
  const retryAt = error.kind === 'rate-limited' ? (error.retryAt ?? 0) : 0;
  return Math.round(Math.max(now + backoff, Math.min(retryAt, now + LONGEST_RETRY_MS)));
}

import type { FeedError } from '../errors';
import type { Pace } from '../model';
import { isBreakingProne } from './rhythm';
import { afterSkipped } from './skip';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No feed is checked by itself sooner than this, whatever anyone chose. */
export const SHORTEST_MS = 5 * MINUTE_MS;
const USUAL_MS = 15 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
const BREAKING_MS = 10 * MINUTE_MS;
const OFFLINE_MS = MINUTE_MS;
/** A server that says "forbidden" or "too many" means it: begin slower than after a mere fault. */
const REFUSED_MS = HOUR_MS;
/** A server may ask for more than a day, but not for ever. */
export const LONGEST_PAUSE_MS = 7 * DAY_MS;
/** Waits vary by a tenth, so that many installations do not knock at the same moment. */
const JITTER = 0.1;

/** No time that this file gives is further away: a day with its jitter and a skipped week, or a pause. */
export const LONGEST_WAIT_MS = 9 * DAY_MS;

/**
 * The shortest wait that the server asks for: the longest of what the document and the headers say,
 * between 5 minutes and a day.
 */
export function floorOf({ intervalMs, freshMs }: Pick<Pace, 'intervalMs' | 'freshMs'>): number {
  return Math.min(Math.max(intervalMs ?? 0, freshMs ?? 0, SHORTEST_MS), LONGEST_MS);
}

/** Failures that say nothing about the publisher: they neither add up nor lengthen the wait. */
export function isCounted({ kind }: FeedError): boolean {
  return kind !== 'offline' && kind !== 'permission' && kind !== 'captive';
}

export interface NextCheckInput {
  now: number;
  pace: Pace;
  /** The user's choice. */
  checkEveryMs: number | null;
  error: FeedError | null;
  /** Failures in a row, this one included. */
  errorCount: number;
  /** Until when the host asked not to be visited; null when it did not. */
  notBefore: number | null;
  /** 0 to 1. */
  random: number;
}

/**
 * When to check a feed again, in epoch milliseconds.
 *
 * After a success: at the user's choice, else sooner for what breaks news, else by the feed's own rhythm,
 * else after 15 minutes; never before the floor, and not in the hours and days that the publisher skips.
 * After failures: doubling from there to a day. Never before a pause that the host asked for.
 */
export function nextCheckAt(input: NextCheckInput): number {
  const { now, error, pace, notBefore } = input;
  const floor = now + floorOf(pace) * (1 + JITTER * input.random);
  const wish = now + waitOf(input) * (1 + JITTER * (2 * input.random - 1));
  const at = error?.kind === 'offline' ? now + OFFLINE_MS : Math.max(floor, wish);
  const pause = Math.min(notBefore ?? 0, now + LONGEST_PAUSE_MS);
  return Math.round(Math.max(afterSkipped(at, pace.skip), pause));
}

function waitOf({ error, errorCount, ...input }: NextCheckInput): number {
  const usual = usualWait(input);
  if (error === null || !isCounted(error)) return usual;
  const isRefused =
    error.kind === 'rate-limited' || (error.kind === 'http' && error.status === 403);
  const first = Math.max(usual, isRefused ? REFUSED_MS : USUAL_MS);
  return Math.min(first * 2 ** (errorCount - 1), LONGEST_MS);
}

function usualWait(input: Pick<NextCheckInput, 'pace' | 'checkEveryMs' | 'now'>): number {
  const { checkEveryMs, pace, now } = input;
  if (checkEveryMs !== null) return Math.min(checkEveryMs, LONGEST_MS);
  const rhythm = pace.rhythmMs ?? USUAL_MS;
  if (!isBreakingProne(pace.brokeAt, now)) return Math.min(rhythm, LONGEST_MS);
  return Math.min(rhythm / 2, BREAKING_MS);
}

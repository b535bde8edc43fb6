import { normalizeFeed } from '../domain/article/normalize';
import type { FeedError } from '../domain/errors';
import { decodeFeed } from '../domain/feed/decode';
import { parseFeed } from '../domain/feed/parse';
import type { Feed, FeedState, ParsedFeed } from '../domain/model';
import { isCaptive } from '../domain/refresh/captive';
import { sightMove } from '../domain/refresh/move';
import { originPattern } from '../domain/refresh/origin';
import { rhythmOf } from '../domain/refresh/rhythm';
import { commitFeed } from '../storage/articles';
import { type Check, recordFailure } from '../storage/feed-states';
import { addMissingKeys } from '../storage/known-articles';
import { moveFeed } from '../storage/move-feed';
import type { Stored } from '../storage/store-articles';
import {
  type FetchedFeed,
  type FetchFailure,
  fetchFeed,
  isOffline,
  type NotModified,
} from './fetch-feed';

export type CheckOutcome =
  /** `check` is still to be recorded: the caller does so for many at once. */
  | { kind: 'unchanged'; check: Check }
  | ({ kind: 'changed' } & Stored)
  /** When its host asked for a pause, its other feeds are not to be visited either. */
  | { kind: 'failed'; error: FeedError; isHostPaused: boolean };

interface Visit {
  feed: Feed;
  state: FeedState;
  now: number;
  /** Whether the user gave access to the site of an address. */
  isGranted: (address: string) => boolean;
  /** An earlier version stored its articles with fewer keys. */
  lacksKeys: boolean;
}

/** One feed's visit, whole: fetch, read, and one commit. Never throws for what a publisher does. */
export async function checkFeed(visit: Visit): Promise<CheckOutcome> {
  const { feed, state, now, isGranted } = visit;
  const { feedUrl: url } = feed;
  if (!isGranted(url)) return fail(visit, { error: accessError(url), answeredUrl: url });
  if (isOffline()) return fail(visit, { error: { kind: 'offline' }, answeredUrl: url });
  const answer = await fetchFeed({ url, validators: state.validators, now });
  if (!answer.ok) return fail(visit, answer.error);
  const { value } = answer;
  const outcome = await (value.kind === 'fetched'
    ? readFetched(visit, value)
    : unchanged(visit, value));
  const target = movesTo(visit, value);
  if (outcome.kind !== 'failed' && target !== null) await moveFeed(feed.feedId, target, now);
  return outcome;
}

async function readFetched(visit: Visit, fetched: FetchedFeed): Promise<CheckOutcome> {
  const { feed, state, now } = visit;
  const contentHash = await hashOf(fetched.bytes);
  if (contentHash === state.contentHash) return unchanged(visit, fetched);
  const parsed = parseFeed(decodeFeed(fetched.bytes, fetched.contentType));
  if (!parsed.ok) {
    const isPortal = isCaptive(parsed.error, feed.feedUrl, { ...state, now });
    const error: FeedError = isPortal ? { kind: 'captive' } : parsed.error;
    return fail(visit, { error, answeredUrl: fetched.url });
  }
  const isBacklog = state.succeededAt === null;
  const { move } = answerChange(visit, fetched);
  const brokeAt = state.brokeAt;
  if (visit.lacksKeys) await addMissingKeys(feed.feedId);
  const stored = await storeParsed(feed, parsed.value, {
    ...{ fetched, contentHash, isBacklog, now, move, brokeAt },
  });
  return { kind: 'changed', ...stored };
}

/** Stores a parsed feed as the result of a check. */
export async function storeParsed(
  { feedId, feedUrl }: Feed,
  parsed: ParsedFeed,
  check: {
    fetched: Omit<FetchedFeed, 'bytes'>;
    contentHash: string;
    isBacklog: boolean;
    now: number;
  } & Pick<FeedState, 'move' | 'brokeAt'>,
): Promise<Stored> {
  const { isBacklog, now, contentHash, fetched, move } = check;
  const { articles } = normalizeFeed({ parsed, feedId, feedUrl, now, isBacklog });
  const { title, siteUrl, intervalMs, skip } = parsed;
  const { rhythmMs, brokeAt } = rhythmOf(articles, now);
  const { validators, freshMs, url: answeredUrl } = fetched;
  const lastBrokeAt = Math.max(brokeAt ?? 0, check.brokeAt ?? 0) || null;
  return commitFeed({
    ...{ feedId, title, siteUrl, intervalMs, articles, validators, contentHash, now },
    change: { skip, rhythmMs, brokeAt: lastBrokeAt, freshMs, answeredUrl, move },
  });
}

/**
 * "Not modified" that comes from elsewhere than the answer we have is no word about that answer: the next
 * check asks without validators.
 */
function unchanged(visit: Visit, answer: FetchedFeed | NotModified): CheckOutcome {
  const { feed, state, now } = visit;
  const { answeredUrl } = state;
  const isElsewhere =
    answer.kind === 'not-modified' && answeredUrl !== null && answeredUrl !== answer.url;
  const change = { ...answerChange(visit, answer), ...(isElsewhere ? { validators: null } : {}) };
  return { kind: 'unchanged', check: { feedId: feed.feedId, change, at: now } };
}

function answerChange({ state, now }: Visit, answer: FetchedFeed | NotModified) {
  const { validators, freshMs, url: answeredUrl, movedTo } = answer;
  return { validators, freshMs, answeredUrl, move: sightMove(state.move, movedTo, now).sighting };
}

/** The new address, when the feed has moved for certain and may be visited there. */
function movesTo({ state, now, isGranted }: Visit, { movedTo }: FetchedFeed | NotModified) {
  const { isCertain } = sightMove(state.move, movedTo, now);
  return isCertain && movedTo !== null && isGranted(movedTo) ? movedTo : null;
}

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fail({ feed, now }: Visit, failure: FetchFailure): Promise<CheckOutcome> {
  const { isHostPaused } = await recordFailure(feed.feedId, failure, now);
  return { kind: 'failed', error: failure.error, isHostPaused };
}

function accessError(feedUrl: string): FeedError {
  return { kind: 'permission', origin: originPattern(feedUrl) ?? feedUrl };
}

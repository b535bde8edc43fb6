import { normalizeFeed } from '../domain/article/normalize';
import type { FeedError } from '../domain/errors';
import { decodeFeed } from '../domain/feed/decode';
import { parseFeed } from '../domain/feed/parse';
import type { Feed, FeedState, ParsedFeed } from '../domain/model';
import { originPattern } from '../domain/refresh/origin';
import { commitFeed } from '../storage/articles';
import { recordFailure, recordUnchanged } from '../storage/feeds';
import { type FetchedFeed, fetchFeed } from './fetch-feed';
import { hasAccess } from './has-access';

export type CheckOutcome =
  | { kind: 'unchanged' }
  | { kind: 'changed'; added: number; edited: number }
  | { kind: 'failed'; error: FeedError };

/** One feed's visit, whole: fetch, read, and one commit. Never throws for what a publisher does. */
export async function checkFeed(feed: Feed, state: FeedState, now: number): Promise<CheckOutcome> {
  if (!(await hasAccess(feed.feedUrl))) return fail(feed, accessError(feed.feedUrl), now);
  const { validators } = state;
  const answer = await fetchFeed({ url: feed.feedUrl, validators, now });
  if (!answer.ok) return fail(feed, answer.error, now);
  if (answer.value.kind === 'not-modified') {
    await recordUnchanged(feed.feedId, answer.value.validators, now);
    return { kind: 'unchanged' };
  }
  return readFetched(feed, state, { fetched: answer.value, now });
}

async function readFetched(
  feed: Feed,
  state: FeedState,
  { fetched, now }: { fetched: FetchedFeed; now: number },
): Promise<CheckOutcome> {
  const contentHash = await hashOf(fetched.bytes);
  if (contentHash === state.contentHash) {
    await recordUnchanged(feed.feedId, fetched.validators, now);
    return { kind: 'unchanged' };
  }
  const parsed = parseFeed(decodeFeed(fetched.bytes, fetched.contentType));
  if (!parsed.ok) return fail(feed, parsed.error, now);
  const isBacklog = state.succeededAt === null;
  const { validators } = fetched;
  const counts = await storeParsed(feed, parsed.value, { validators, contentHash, isBacklog, now });
  return { kind: 'changed', ...counts };
}

/** Stores a parsed feed as the result of a check. */
export async function storeParsed(
  { feedId, feedUrl }: Feed,
  parsed: ParsedFeed,
  check: Pick<FeedState, 'validators'> & { contentHash: string; isBacklog: boolean; now: number },
): Promise<{ added: number; edited: number }> {
  const { isBacklog, now, validators, contentHash } = check;
  const { articles } = normalizeFeed({ parsed, feedId, feedUrl, now, isBacklog });
  const { title, siteUrl, intervalMs } = parsed;
  return commitFeed({
    ...{ feedId, title, siteUrl, intervalMs },
    ...{ articles, validators, contentHash, now },
  });
}

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fail(feed: Feed, error: FeedError, now: number): Promise<CheckOutcome> {
  await recordFailure(feed.feedId, error, now);
  return { kind: 'failed', error };
}

function accessError(feedUrl: string): FeedError {
  return { kind: 'permission', origin: originPattern(feedUrl) ?? feedUrl };
}

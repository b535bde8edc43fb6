import { readAddress } from '../domain/discovery/read-address';
import type { FeedError } from '../domain/errors';
import { decodeFeed } from '../domain/feed/decode';
import { feedFinder } from '../domain/feed/find-feed';
import { parseFeed } from '../domain/feed/parse';
import type { ParsedFeed } from '../domain/model';
import { originPattern } from '../domain/refresh/origin';
import type { AddFeedResult, CommandPayload, FollowReport } from '../messaging/protocol';
import { takeExpectedAccess } from '../storage/expected-access';
import { followFeeds, listFeeds } from '../storage/feeds';
import { addMissingKeys, feedsWithoutKeys } from '../storage/known-articles';
import { writeSettings } from '../storage/settings';
import { announceChange } from './announce';
import { hashOf, storeParsed } from './check-feed';
import type { FetchedFeed } from './fetch-feed';
import { forgetSeen, lookAt } from './look-at';
import { concludeChanges, refreshAgain } from './refresh';
import { reportFailure } from './report';

/** Follows the feed at an address; what was looked at a moment ago is not fetched again. */
export async function addFeed({ address }: CommandPayload<'addFeed'>): Promise<AddFeedResult> {
  const typed = readAddress(address);
  if (!typed.ok) return failed({ kind: 'bad-address', problem: typed.error });
  const url = typed.value;
  // Whoever asked for access is there to follow it.
  await takeExpectedAccess();
  const followed = feedFinder((await listFeeds()).feeds)(url);
  if (followed) return { kind: 'already', feed: followed };
  const looked = await lookAt(url);
  if (!looked.ok) return failed(looked.error);
  const parsed = parseFeed(decodeFeed(looked.value.bytes, looked.value.contentType));
  return parsed.ok ? follow(url, looked.value, parsed.value) : failed(parsed.error);
}

async function follow(
  url: string,
  { bytes, ...fetched }: FetchedFeed,
  parsed: ParsedFeed,
): Promise<AddFeedResult> {
  const now = Date.now();
  const { title, siteUrl } = parsed;
  const { added, already } = await followFeeds([{ feedUrl: url, title, siteUrl }], now);
  const feed = added[0] ?? already[0];
  if (!feed) throw new Error('a followed feed is neither new nor known');
  if ((await feedsWithoutKeys()).has(feed.feedId)) await addMissingKeys(feed.feedId);
  const contentHash = await hashOf(bytes);
  const stored = await storeParsed(feed, parsed, {
    ...{ fetched, contentHash, isBacklog: true, now, move: null, brokeAt: null },
  });
  await writeSettings({ hasStarted: true });
  await concludeChanges(now, { refreshedAt: now, isRefreshOver: false });
  await announceChange();
  forgetSeen(url);
  return { kind: 'added', feed, articleCount: stored.added.length };
}

/** Follows many at once; their first check starts now, and is not waited for. */
export async function followMany({
  candidates,
}: CommandPayload<'followFeeds'>): Promise<FollowReport> {
  const now = Date.now();
  const usable = candidates.filter(({ feedUrl }) => originPattern(feedUrl) !== null);
  const refused = candidates
    .filter(({ feedUrl }) => originPattern(feedUrl) === null)
    .map(({ feedUrl }) => ({ address: feedUrl }));
  const { added, already } = await followFeeds(usable, now);
  await writeSettings({ hasStarted: true });
  await announceChange();
  if (added.length > 0) reportFailure(refreshAgain(now));
  return { added, already, refused };
}

function failed(error: FeedError): AddFeedResult {
  return { kind: 'failed', error };
}

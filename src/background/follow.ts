import type { FeedError } from '../domain/errors';
import { parseFeedAddress } from '../domain/feed/address';
import { decodeFeed } from '../domain/feed/decode';
import { discoverFeeds } from '../domain/feed/discover';
import { feedFinder } from '../domain/feed/find-feed';
import { parseFeed } from '../domain/feed/parse';
import type { ParsedFeed } from '../domain/model';
import { originPattern } from '../domain/refresh/origin';
import { hostOf } from '../domain/refresh/pause';
import type { AddFeedResult, CommandPayload, FollowReport } from '../messaging/protocol';
import { followFeeds, listFeeds } from '../storage/feeds';
import { readPause } from '../storage/hosts';
import { addMissingKeys, feedsWithoutKeys } from '../storage/known-articles';
import { writeSettings } from '../storage/settings';
import { announceChange } from './announce';
import { hashOf, storeParsed } from './check-feed';
import { type FetchedFeed, fetchFeed } from './fetch-feed';
import { hasAccess } from './has-access';
import { visitHost } from './host-queue';
import { concludeChanges, refreshAgain } from './refresh';
import { reportFailure } from './report';

/** Follows what is at an address, when it is a feed; names the feeds of a page. */
export async function addFeed({ address }: CommandPayload<'addFeed'>): Promise<AddFeedResult> {
  const url = parseFeedAddress(address);
  if (url === null) return failed({ kind: 'bad-address' });
  const followed = feedFinder((await listFeeds()).feeds)(url);
  if (followed) return { kind: 'already', feed: followed };
  if (!(await hasAccess(url))) {
    return failed({ kind: 'permission', origin: originPattern(url) ?? url });
  }
  const now = Date.now();
  const retryAt = await readPause(url);
  if (retryAt !== null && retryAt > now) return failed({ kind: 'rate-limited', retryAt });
  const answer = await visitHost(hostOf(url), () => fetchFeed({ url, validators: null, now }));
  if (!answer.ok) return failed(answer.error.error);
  if (answer.value.kind === 'not-modified') return failed({ kind: 'http', status: 304 });
  return readAnswer(url, answer.value);
}

async function readAnswer(url: string, fetched: FetchedFeed): Promise<AddFeedResult> {
  const text = decodeFeed(fetched.bytes, fetched.contentType);
  const parsed = parseFeed(text);
  if (parsed.ok) return follow(url, fetched, parsed.value);
  const candidates = discoverFeeds(text, fetched.url);
  return candidates.length > 0 ? { kind: 'candidates', candidates } : failed(parsed.error);
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

import { knownSiteFeed } from '../domain/discovery/known-sites';
import { pageFeeds } from '../domain/discovery/page-feeds';
import { type PageHead, readPageHead } from '../domain/discovery/page-head';
import { previewOf } from '../domain/discovery/preview';
import { readAddress } from '../domain/discovery/read-address';
import { softwareFeed } from '../domain/discovery/software-feed';
import type { FeedError } from '../domain/errors';
import { decodeFeed } from '../domain/feed/decode';
import { feedFinder } from '../domain/feed/find-feed';
import { parseFeed } from '../domain/feed/parse';
import type { Feed, FeedPreview, FoundFeed } from '../domain/model';
import { failure, type Result, success } from '../domain/result';
import type { CommandPayload, FindFeedsResult } from '../messaging/protocol';
import { listFeeds } from '../storage/feeds';
import type { FetchedFeed } from './fetch-feed';
import { lookAt } from './look-at';

type FeedFinder = (address: string) => Feed | null;

/**
 * Finds the feeds behind what a person typed: the address itself, the one that the site's own rules make
 * of it, or what its page names. At most one address is asked for that nobody wrote: by such a rule, or by
 * the rules of the software that made the page.
 */
export async function findFeeds({
  address,
}: CommandPayload<'findFeeds'>): Promise<FindFeedsResult> {
  const typed = readAddress(address);
  if (!typed.ok) return failed({ kind: 'bad-address', problem: typed.error });
  const find = feedFinder((await listFeeds()).feeds);
  const byRule = knownSiteFeed(typed.value);
  const followed = find(byRule ?? typed.value);
  if (followed) return { kind: 'already', feed: followed };
  if (byRule === null) return findAt(typed.value, { find, mayCompute: true });
  const found = await findAt(byRule, { find, mayCompute: false });
  // The page may know better than the rule; its site is asked only if it is the same one.
  const isMissing = found.kind === 'failed' && isNoFeed(found.error);
  if (!isMissing || new URL(byRule).host !== new URL(typed.value).host) return found;
  return findAt(typed.value, { find, mayCompute: false });
}

const isNoFeed = (error: FeedError): boolean =>
  error.kind === 'not-a-feed' || (error.kind === 'http' && error.status === 404);

async function findAt(
  url: string,
  how: { find: FeedFinder; mayCompute: boolean },
): Promise<FindFeedsResult> {
  const looked = await lookAt(url);
  if (!looked.ok) return failed(looked.error);
  const followed = how.find(looked.value.url);
  if (followed) return { kind: 'already', feed: followed };
  const text = textOf(looked.value);
  const preview = previewIn(text, url);
  if (preview.ok) return itself(url, preview.value);
  const head = readPageHead(text, looked.value.url);
  const feeds = pageFeeds(head);
  if (feeds.length > 0) return found(feeds, how.find);
  const computed = how.mayCompute ? softwareFeed(head) : null;
  const computedPreview = computed === null ? null : await previewFeed({ feedUrl: computed });
  return computed !== null && computedPreview?.ok
    ? itself(computed, computedPreview.value)
    : failed(preview.error);
}

/** The feeds that a page names, as it was read in the tab that shows it. Fetches nothing. */
export async function findOnPage({ page }: CommandPayload<'findOnPage'>): Promise<FindFeedsResult> {
  const find = feedFinder((await listFeeds()).feeds);
  const feeds = page.isFeed ? [candidate(page.url, page)] : feedsOfPage(page);
  const followed = feeds.length === 1 ? find(feeds[0]?.feedUrl ?? '') : null;
  if (followed) return { kind: 'already', feed: followed };
  if (feeds.length === 0) return failed({ kind: 'not-a-feed', found: 'html' });
  return found(feeds, find);
}

/** What a known site's rule makes of the address, then what the page names, else what its software has. */
function feedsOfPage(page: PageHead): FoundFeed[] {
  const byRule = knownSiteFeed(page.url);
  const named = pageFeeds(page).filter(({ feedUrl }) => feedUrl !== byRule);
  const computed = byRule ?? (named.length === 0 ? softwareFeed(page) : null);
  return computed === null ? named : [candidate(computed, page), ...named];
}

const candidate = (feedUrl: string, { url }: PageHead): FoundFeed => ({
  ...{ feedUrl, title: null, siteUrl: url, format: null },
});

/** What a feed holds, without following it. Access to its site was granted before. */
export async function previewFeed({
  feedUrl,
}: CommandPayload<'previewFeed'>): Promise<Result<FeedPreview, FeedError>> {
  const looked = await lookAt(feedUrl);
  return looked.ok ? previewIn(textOf(looked.value), feedUrl) : failure(looked.error);
}

const textOf = ({ bytes, contentType }: FetchedFeed): string => decodeFeed(bytes, contentType);

function previewIn(text: string, feedUrl: string): Result<FeedPreview, FeedError> {
  const parsed = parseFeed(text);
  return parsed.ok ? success(previewOf(parsed.value, feedUrl, Date.now())) : parsed;
}

function itself(feedUrl: string, preview: FeedPreview): FindFeedsResult {
  const { title, siteUrl, format } = preview;
  return {
    kind: 'found',
    feeds: [{ feedUrl, title, siteUrl, format, isFollowed: false, preview }],
  };
}

function found(feeds: FoundFeed[], find: FeedFinder): FindFeedsResult {
  const known = (feed: FoundFeed) => ({ isFollowed: find(feed.feedUrl) !== null, preview: null });
  return { kind: 'found', feeds: feeds.map((feed) => ({ ...feed, ...known(feed) })) };
}

const failed = (error: FeedError): FindFeedsResult => ({ kind: 'failed', error });

import { canonicalUrl } from '../article/canonical-url';
import type { Feed } from '../model';

/**
 * Finds feeds by address, also by one they had before they moved: http and https, a trailing slash and
 * tracking parameters make no difference.
 */
export function feedFinder(feeds: Iterable<Feed>): (address: string) => Feed | null {
  const known = new Map<string, Feed>();
  for (const feed of feeds) {
    for (const url of feed.formerUrls) known.set(canonicalUrl(url), feed);
  }
  // Where a feed is now counts for more than where another one was once.
  for (const feed of feeds) known.set(canonicalUrl(feed.feedUrl), feed);
  return (address) => known.get(canonicalUrl(address)) ?? null;
}

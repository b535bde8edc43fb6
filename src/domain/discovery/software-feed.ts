import { safeUrl } from '../article/canonical-url';
import type { PageHead } from './page-head';

/** Where software puts the feed of a whole site, by its documentation: docs/finding-feeds.md. */
const PATHS: [generator: RegExp, path: string][] = [
  [/^WordPress\b/i, 'feed/'],
  [/^Ghost\b/i, 'rss/'],
  [/^Discourse\b/i, 'latest.rss'],
  [/^blogger$/i, 'feeds/posts/default'],
  [/^Wix\.com\b/i, 'blog-feed.xml'],
];

/** WordPress tells where it is installed, which need not be the root of its host. */
const WORDPRESS_API = 'https://api.w.org/';

/**
 * The one address at which a page that names no feed has one by the rules of its own software.
 * @returns null when the page does not say what made it, or that has no rule
 */
export function softwareFeed({ url, base, generator, links }: PageHead): string | null {
  const path = PATHS.find(([name]) => name.test(generator.trim()))?.[1];
  if (path === undefined) return null;
  const api = links.find(({ rel }) => rel === WORDPRESS_API)?.href.replace(/wp-json\/?$/, '');
  const root = api === undefined ? null : safeUrl(api, base);
  const isOwn = root !== null && new URL(root).origin === new URL(url).origin;
  return new URL(path, isOwn ? root : new URL('/', url)).href;
}

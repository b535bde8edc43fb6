import { safeUrl } from '../article/canonical-url';
import { toPlainText } from '../article/plain-text';
import type { FoundFeed, ParsedFeed } from '../model';
import { FEED_LIKE, type PageHead, type PageLink } from './page-head';

const MAX_FEEDS = 20;
const MAX_TITLE = 200;
/** JSON Feed 1.1 and 1.0, the formats of https://www.rssboard.org/rss-autodiscovery, plain XML. */
const FEED_TYPE =
  /^(?:application|text)\/(?:(rss|atom|rdf|feed)\+)?(xml|json)(?:\s*;.*)?$|^application\/(?:x-)?rss$/i;
/** WordPress names its programming interface as an alternate of every page. */
const NO_FEED = /\/wp-json\/|[?&]rest_route=/i;

const COMMENTS_ADDRESS = /\/comments(?:\/|$)|[?&]feed=comments-|\/feeds\/[^?]*\/comments\//i;
/** What WordPress and others call the feed of comments, in the languages that they are written in most. */
const COMMENTS_TITLE =
  /\bcomments?\b|kommentar|commentaires?|comentarios|comentários|commenti\b|reacties|komentarz|комментар|коментар|yorum|コメント|评论|留言/iu;

/**
 * The feeds that a page names: `<link rel="alternate" type="application/rss+xml" href="…">`, and when
 * there are none, links in its text that look like feeds. Each address once, absolute http or https; feeds
 * of comments come last.
 */
export function pageFeeds(head: PageHead): FoundFeed[] {
  const named = collect(head, head.links.filter(isFeedLink));
  const found = named.length > 0 ? named : collect(head, head.anchors.filter(isFeedAnchor));
  return found.toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}

/** The candidates of `links`, without the page itself. */
function collect({ url, base }: PageHead, links: PageLink[]): FoundFeed[] {
  const feeds = new Map<string, FoundFeed>();
  for (const link of links) {
    const feedUrl = safeUrl(link.href, safeUrl(base, url) ?? url);
    if (feedUrl === null || feedUrl === url || feeds.has(feedUrl)) continue;
    const title = toPlainText(link.title, MAX_TITLE) || null;
    feeds.set(feedUrl, { feedUrl, title, siteUrl: url, format: formatOf(link.type) });
    if (feeds.size === MAX_FEEDS) break;
  }
  return [...feeds.values()];
}

/** `application/xml` and `application/json` are accepted too: the document is looked at later. */
function isFeedLink({ rel, type, href }: PageLink): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  const isAlternate = relations.includes('alternate') && !relations.includes('stylesheet');
  return isAlternate && FEED_TYPE.test(type.trim()) && !NO_FEED.test(href);
}

const isFeedAnchor = ({ href }: PageLink): boolean => FEED_LIKE.test(href) && !NO_FEED.test(href);

/** null where the type does not tell one format of XML from another. */
function formatOf(type: string): ParsedFeed['format'] | null {
  const [, kind, syntax] = FEED_TYPE.exec(type.trim()) ?? [];
  const named = kind?.toLowerCase();
  if (named === 'rss' || named === 'atom' || named === 'rdf') return named;
  return syntax?.toLowerCase() === 'json' ? 'json' : null;
}

const isOfComments = ({ feedUrl, title }: FoundFeed): boolean =>
  COMMENTS_ADDRESS.test(new URL(feedUrl).pathname + new URL(feedUrl).search) ||
  COMMENTS_TITLE.test(title ?? '');

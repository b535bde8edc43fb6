import { safeUrl } from '../article/canonical-url';
import { decodeEntities } from '../article/html-entities';
import { toPlainText } from '../article/plain-text';
import type { FeedCandidate } from '../model';
import { readTag, type Tag } from './read-tag';

const MAX_CANDIDATES = 20;
const MAX_TITLE = 200;
const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+)?(?:xml|json)\b/i;
/** Elements whose contents are no markup, so that a link written in a script is not one. */
const RAW_TEXT = /^(?:script|style|textarea|title|xmp)$/i;

/**
 * The feeds that an HTML page names: `<link rel="alternate" type="application/rss+xml" href="…">`
 * (https://www.rssboard.org/rss-autodiscovery), also JSON Feed. Addresses are absolute http or https, each once.
 */
export function discoverFeeds(html: string, pageUrl: string): FeedCandidate[] {
  const candidates = new Map<string, FeedCandidate>();
  let base: string | null = null;
  for (const tag of readTags(html)) {
    const name = tag.name.toLowerCase();
    // The first one counts (HTML, 4.2.3).
    if (name === 'base') base ??= safeUrl(attributeOf(tag, 'href'), pageUrl);
    const feedUrl =
      name === 'link' && isFeedLink(tag)
        ? safeUrl(attributeOf(tag, 'href'), base ?? pageUrl)
        : null;
    if (feedUrl === null || candidates.has(feedUrl)) continue;
    const title = toPlainText(attributeOf(tag, 'title') ?? '', MAX_TITLE) || null;
    candidates.set(feedUrl, { feedUrl, title, siteUrl: pageUrl });
    if (candidates.size === MAX_CANDIDATES) break;
  }
  return [...candidates.values()];
}

/** `application/xml` and `application/json` are accepted too: the document is looked at when it is added. */
function isFeedLink(tag: Tag): boolean {
  const relations = (attributeOf(tag, 'rel') ?? '').toLowerCase().split(/\s+/);
  return relations.includes('alternate') && FEED_TYPE.test(attributeOf(tag, 'type')?.trim() ?? '');
}

function attributeOf(tag: Tag, name: string): string | null {
  const value = tag.attributes.find(([other]) => other.toLowerCase() === name)?.[1];
  return value === undefined ? null : decodeEntities(value);
}

function* readTags(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end === -1) return;
      at = html.indexOf('<', end);
      continue;
    }
    const { tag, end } = readTag(html, at);
    if (tag !== null && !tag.isClosing) yield tag;
    const isRaw = tag !== null && !tag.isClosing && RAW_TEXT.test(tag.name);
    at = isRaw ? findClosing(html, tag.name, end) : html.indexOf('<', end);
  }
}

function findClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

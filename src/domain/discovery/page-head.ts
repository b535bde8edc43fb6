import { safeUrl } from '../article/canonical-url';
import { decodeEntities } from '../article/html-entities';
import { toPlainText } from '../article/plain-text';
import { readTag, type Tag } from '../feed/read-tag';

/** A `<link>` or `<a>` as the page has it: untrusted texts, `href` perhaps relative. */
export interface PageLink {
  rel: string;
  type: string;
  href: string;
  title: string;
}

/** What a page says of feeds, however it was read: from its HTML, or from the tab that shows it. */
export interface PageHead {
  url: string;
  /** What addresses on the page are relative to. */
  base: string;
  /** The software that made the page, as it says itself: `WordPress 6.8`. */
  generator: string;
  links: PageLink[];
  anchors: PageLink[];
}

/** Pages have a few dozen links in their head; anchors are kept only where they look like feeds. */
export const MAX_LINKS = 200;
export const MAX_ANCHORS = 50;
const MAX_TITLE = 200;

/** Elements whose contents are no markup, so that a link written in a script is not one. */
const RAW_TEXT = /^(?:script|style|textarea|title|xmp)$/i;

/** Paths and queries that feeds have: `news.rss`, `/feed/`, `/rss.xml`, `?feed=rss2`. */
export const FEED_LIKE =
  /\.(?:rss|rdf|atom)(?:[?#]|$)|\/(?:rss2?|atom|feed|feeds?|index|news|all|main)\.(?:xml|rdf|json)(?:[?#]|$)|\/(?:rss|feed|atom)\/?(?:[?#]|$)|[?&](?:feed|format|type|alt)=(?:rss2?|atom)(?:[&#]|$)/i;

/** Reads the HTML of a page, broken or not, in linear time. */
export function readPageHead(html: string, pageUrl: string): PageHead {
  const head: PageHead = { url: pageUrl, base: '', generator: '', links: [], anchors: [] };
  for (const { tag, end } of readTags(html))
    readElement(head, tag, html.slice(end, end + MAX_TITLE));
  head.base ||= pageUrl;
  return head;
}

function readElement(head: PageHead, tag: Tag, following: string): void {
  switch (tag.name.toLowerCase()) {
    case 'base':
      // The first one counts (HTML, 4.2.3).
      head.base ||= safeUrl(attributeOf(tag, 'href'), head.url) ?? '';
      return;
    case 'meta':
      if (attributeOf(tag, 'name').toLowerCase() === 'generator')
        head.generator ||= attributeOf(tag, 'content').slice(0, MAX_TITLE);
      return;
    case 'link':
      if (head.links.length < MAX_LINKS) head.links.push(linkOf(tag, attributeOf(tag, 'title')));
      return;
    case 'a': {
      const isFeedLike = FEED_LIKE.test(attributeOf(tag, 'href'));
      if (isFeedLike && head.anchors.length < MAX_ANCHORS)
        head.anchors.push(linkOf(tag, attributeOf(tag, 'title') || textBefore(following)));
      return;
    }
  }
}

/** The words of an anchor. */
function textBefore(html: string): string {
  const end = html.search(/<\/a\b/i);
  return toPlainText(end === -1 ? html.replace(/<[^>]*$/, '') : html.slice(0, end), MAX_TITLE);
}

function linkOf(tag: Tag, title: string): PageLink {
  const [rel, type, href] = ['rel', 'type', 'href'].map((name) => attributeOf(tag, name));
  return { rel: rel ?? '', type: type ?? '', href: href ?? '', title };
}

/** Empty when it is not there. */
function attributeOf(tag: Tag, name: string): string {
  const value = tag.attributes.find(([other]) => other.toLowerCase() === name)?.[1];
  return value === undefined ? '' : decodeEntities(value);
}

function* readTags(html: string): Generator<{ tag: Tag; end: number }> {
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end === -1) return;
      at = html.indexOf('<', end);
      continue;
    }
    const { tag, end } = readTag(html, at);
    if (tag !== null && !tag.isClosing) yield { tag, end };
    const isRaw = tag !== null && !tag.isClosing && RAW_TEXT.test(tag.name);
    at = isRaw ? findClosing(html, tag.name, end) : html.indexOf('<', end);
  }
}

function findClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

import type { ParsedFeed, ParsedItem } from '../model';
import { firstDate, firstText, joinNames } from './choose';
import { chooseMediaImage, isImage } from './choose-image';
import { decodeBase64 } from './decode-base64';
import type { AtomFeed } from './feedsmith';
import { intervalOf } from './interval';
import { nestBase, resolveBase } from './resolve-base';

type Link = Pick<AtomFeed.Link<string>, 'href' | 'rel' | 'type'>;

export function mapAtom(feed: AtomFeed.Feed<string>): ParsedFeed {
  const base = feed.xml?.base;
  const link = alternateLink(feed.links);
  return {
    format: 'atom',
    title: textOf(feed.title),
    siteUrl: link === null ? null : resolveBase(base, link),
    intervalMs: intervalOf(undefined, feed.sy),
    skip: null,
    items: (feed.entries ?? []).map((entry) => mapEntry(entry, feed)),
  };
}

function mapEntry(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): ParsedItem {
  const base = nestBase(feed.xml?.base, entry.xml?.base);
  const resolve = (address: string | null | undefined): string | null =>
    address ? resolveBase(base, address) : null;
  const replies = entry.links?.find((link) => link.rel === 'replies' && link.type !== FEED_TYPE);
  return {
    guid: firstText(entry.id),
    url: resolve(linkOf(entry)),
    title: firstText(textOf(entry.title), entry.media?.title?.value, entry.dc?.titles?.[0]),
    summary: summaryOf(entry),
    author: authorOf(entry) ?? joinNames((feed.authors ?? []).map(personName)),
    tags: tagsOf(entry),
    imageUrl: resolve(imageOf(entry)),
    commentsUrl: resolve(replies?.href),
    published: firstDate(entry.published, entry.dcterms?.issued?.[0], entry.dc?.dates?.[0]),
    updated: firstDate(entry.updated, entry.dcterms?.modified?.[0]),
  };
}

const FEED_TYPE = 'application/atom+xml';

/**
 * The address a human reader is sent to (RFC 4287, 4.2.7.2: no `rel` means alternate).
 * @returns as written; null when there is none
 */
export function alternateLink(links: Link[] | undefined): string | null {
  const alternates = (links ?? []).filter(
    ({ rel, href }) => href && (rel === undefined || ALTERNATE.test(rel)),
  );
  const best =
    alternates.find(({ type }) => type === undefined || type.includes('html')) ?? alternates[0];
  return best?.href ?? null;
}

/** Also the long form that RFC 4287 allows. */
const ALTERNATE = /(?:^|\/)alternate$/i;

export const personName = (person: AtomFeed.Person): string | undefined =>
  person.name ?? person.email;

/**
 * Brings a text construct (RFC 4287, 3.1) to what `toPlainText` reads. Escaped `<p>` in XHTML is text
 * beyond doubt, so it is escaped once more. Plain text is a weaker promise, since many publishers put
 * escaped HTML there: a lone `<` of it stays text, markup is still recognized.
 */
function textOf(text: AtomFeed.Text | AtomFeed.Content | undefined): string | null {
  if (text?.value === undefined) return null;
  const { type = 'text', value } = text;
  if (NOT_TEXT.test(type)) return null;
  if (OTHER_TYPE.test(type)) return decodeBase64(value) ?? value;
  if (/^text(?:\/plain)?$/i.test(type)) return value.replaceAll('<', '&lt;');
  return type.includes('xhtml') ? value.replace(/&(?=(?:lt|amp);)/g, '&amp;') : value;
}

const NOT_TEXT = /^(?:image|audio|video|font)\//i;
/** Types that are in base64 (RFC 4287, 4.1.3.3), and the mode of that name in Atom 0.3. */
const OTHER_TYPE = /^base64$|^(?!text\/|[^;]*(?:xml|html|json))[\w.+-]+\//i;

function linkOf(entry: AtomFeed.Entry<string>): string | null {
  const id = /^https?:/i.test(entry.id ?? '') ? entry.id : null;
  return firstText(alternateLink(entry.links), entry.content?.src, id);
}

function summaryOf(entry: AtomFeed.Entry<string>): string | null {
  return firstText(
    textOf(entry.summary),
    textOf(entry.content),
    entry.media?.description?.value,
    entry.media?.groups?.[0]?.description?.value,
    entry.dc?.descriptions?.[0],
  );
}

function authorOf(entry: AtomFeed.Entry<string>): string | null {
  return (
    joinNames((entry.authors ?? []).map(personName)) ??
    joinNames(entry.dc?.creators ?? []) ??
    joinNames((entry.source?.authors ?? []).map(personName))
  );
}

function tagsOf(entry: AtomFeed.Entry<string>): string[] {
  return [
    ...(entry.categories ?? []).map((category) => category.label ?? category.term),
    ...(entry.dc?.subjects ?? []),
    ...(entry.media?.keywords ?? []),
  ].filter((tag) => tag !== undefined);
}

function imageOf(entry: AtomFeed.Entry<string>): string | null {
  const enclosure = entry.links?.find(
    ({ rel, href, type }) => rel === 'enclosure' && isImage({ url: href, type }),
  );
  return firstText(chooseMediaImage(entry.media), enclosure?.href);
}

import type { ParsedFeed, ParsedItem } from '../model';
import { firstDate, firstText, joinNames } from './choose';
import { chooseMediaImage, isImage } from './choose-image';
import type { RdfFeed, RssFeed } from './feedsmith';
import { intervalOf, skipTimesOf } from './interval';
import { alternateLink, personName } from './map-atom';
import { nestBase, resolveBase } from './resolve-base';

/** What RSS 2.0 and RDF items have in common. */
type Item = Partial<RssFeed.Item<string>> & Pick<RdfFeed.Item<string>, 'rdf'>;

export function mapRss(feed: RssFeed.Feed<string>): ParsedFeed {
  const base = feed.xml?.base;
  const link = firstText(feed.link, alternateLink(feed.atom?.links));
  return {
    format: 'rss',
    title: firstText(feed.title, feed.atom?.title?.value, feed.dc?.titles?.[0], feed.itunes?.title),
    siteUrl: link === null ? null : resolveBase(base, link),
    intervalMs: intervalOf(feed.ttl, feed.sy),
    skip: skipTimesOf(feed.skipHours, feed.skipDays),
    items: (feed.items ?? []).map((item) => mapItem(item, base)),
  };
}

export function mapRdf(feed: RdfFeed.Feed<string>): ParsedFeed {
  const base = feed.xml?.base;
  const link = firstText(feed.link, alternateLink(feed.atom?.links));
  return {
    format: 'rdf',
    title: firstText(feed.title, feed.dc?.titles?.[0]),
    siteUrl: link === null ? null : resolveBase(base, link),
    intervalMs: intervalOf(undefined, feed.sy),
    skip: null,
    items: (feed.items ?? []).map((item) => mapItem(item, base)),
  };
}

function mapItem(item: Item, outerBase: string | undefined): ParsedItem {
  const base = nestBase(outerBase, item.xml?.base);
  const resolve = (address: string | null | undefined): string | null =>
    address ? resolveBase(base, address) : null;
  return {
    guid: firstText(item.guid?.value, item.atom?.id, item.rdf?.about, item.dc?.identifiers?.[0]),
    url: resolve(linkOf(item)),
    title: firstText(
      item.title,
      item.atom?.title?.value,
      item.dc?.titles?.[0],
      item.media?.title?.value,
      item.itunes?.title,
      item.dcterms?.titles?.[0],
    ),
    summary: summaryOf(item),
    author: authorOf(item),
    tags: tagsOf(item),
    imageUrl: resolve(imageOf(item)),
    commentsUrl: resolve(item.comments),
    published: firstDate(
      item.pubDate,
      item.dc?.dates?.[0],
      item.atom?.published,
      item.dcterms?.issued?.[0],
      item.dcterms?.dates?.[0],
      item.dcterms?.created?.[0],
    ),
    // Dublin Core does not say which moment its date is, so it stands in for both.
    updated: firstDate(item.atom?.updated, item.dcterms?.modified?.[0], item.dc?.dates?.[0]),
  };
}

/** RSS 2.0: a guid is the item's address unless it says that it is not. */
function linkOf(item: Item): string | null {
  const { guid } = item;
  // Said in so many words, it may also be a relative address.
  const isAddress = guid?.isPermaLink === true ? /[/.]/ : /^https?:/i;
  const permalink = guid?.isPermaLink !== false && isAddress.test(guid?.value ?? '');
  return firstText(
    item.link,
    alternateLink(item.atom?.links),
    permalink ? guid?.value : null,
    item.rdf?.about,
  );
}

function summaryOf(item: Item): string | null {
  return firstText(
    item.description,
    item.atom?.summary?.value,
    item.content?.encoded,
    item.atom?.content?.value,
    item.dc?.descriptions?.[0],
    item.dcterms?.descriptions?.[0],
    item.dcterms?.abstracts?.[0],
    item.itunes?.summary,
    item.media?.description?.value,
    item.media?.groups?.[0]?.description?.value,
    item.itunes?.subtitle,
  );
}

function authorOf(item: Item): string | null {
  const persons = (item.authors ?? []).map((person) => person.name ?? person.email);
  return (
    joinNames(persons) ??
    joinNames(item.dc?.creators ?? []) ??
    joinNames(item.dcterms?.creators ?? []) ??
    joinNames((item.atom?.authors ?? []).map(personName)) ??
    firstText(item.itunes?.author)
  );
}

function tagsOf(item: Item): string[] {
  return [
    ...(item.categories ?? []).map((category) => category.name),
    ...(item.dc?.subjects ?? []),
    ...(item.dcterms?.subjects ?? []),
    ...(item.atom?.categories ?? []).map((category) => category.label ?? category.term),
    ...(item.media?.categories ?? []).map((category) => category.label ?? category.name),
    ...(item.media?.keywords ?? []),
    ...(item.itunes?.keywords ?? []),
  ].filter((tag) => tag !== undefined);
}

function imageOf(item: Item): string | null {
  const enclosure = (item.enclosures ?? []).find((file) => isImage(file));
  return firstText(chooseMediaImage(item.media), enclosure?.url, item.itunes?.image);
}

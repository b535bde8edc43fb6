import type { ParsedFeed, ParsedItem } from '../model';
import { firstText, joinNames } from './choose';
import { isImage } from './choose-image';
import type { JsonFeed } from './feedsmith';

/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/ */
export function mapJson(feed: JsonFeed.Feed<string>): ParsedFeed {
  return {
    format: 'json',
    title: escapeText(feed.title),
    siteUrl: firstText(feed.home_page_url),
    intervalMs: null,
    skip: null,
    items: (feed.items ?? []).map((item) => mapItem(item, feed)),
  };
}

function mapItem(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): ParsedItem {
  const attachment = (item.attachments ?? []).find(({ url, mime_type }) =>
    isImage({ url, type: mime_type }),
  );
  return {
    guid: firstText(item.id),
    url: firstText(item.url, item.external_url),
    title: escapeText(item.title),
    summary: firstText(escapeText(item.summary), item.content_html, escapeText(item.content_text)),
    author: namesOf(item.authors) ?? namesOf(feed.authors),
    tags: item.tags ?? [],
    imageUrl: firstText(item.image, item.banner_image, attachment?.url),
    commentsUrl: null,
    published: firstText(item.date_published),
    updated: firstText(item.date_modified),
  };
}

const namesOf = (authors: JsonFeed.Author[] | undefined): string | null =>
  joinNames((authors ?? []).map((author) => author.name));

/** Everything but `content_html` is plain text, so a `<` in it is no markup. */
function escapeText(text: string | undefined): string | null {
  return text === undefined ? null : text.replaceAll('<', '&lt;');
}

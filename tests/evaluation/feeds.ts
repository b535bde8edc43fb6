/**
 * The product's own way from bytes to items, in the shape that corpora for feed parsers are scored in.
 * Every item is reported, also those that `normalizeFeed` drops because nothing could be shown of them.
 */
import { safeUrl } from '../../src/domain/article/canonical-url';
import { toPlainText } from '../../src/domain/article/plain-text';
import { parseFeedDate } from '../../src/domain/feed/date';
import { decodeFeed } from '../../src/domain/feed/decode';
import { parseFeed as parse } from '../../src/domain/feed/parse';

const MAX_TITLE = 300;
const MAX_SUMMARY = 500;

interface Options {
  contentType?: string;
  url: string;
}

/** @returns null when the bytes are no feed that can be read */
export function parseFeed(bytes: Uint8Array, { contentType, url }: Options) {
  const result = parse(decodeFeed(bytes, contentType ?? null));
  if (!result.ok) return null;
  const { title, siteUrl, items } = result.value;
  return {
    title: toPlainText(title ?? '', MAX_TITLE) || null,
    homePageUrl: safeUrl(siteUrl, url),
    items: items.map((item) => ({
      id: item.guid,
      title: toPlainText(item.title ?? '', MAX_TITLE) || null,
      url: safeUrl(item.url, url),
      publishedAt: parseFeedDate(item.published),
      updatedAt: parseFeedDate(item.updated),
      author: item.author,
      categories: item.tags,
      summary: toPlainText(item.summary ?? '', MAX_SUMMARY) || null,
      imageUrl: safeUrl(item.imageUrl, url),
    })),
  };
}

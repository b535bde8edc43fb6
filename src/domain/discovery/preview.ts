import { normalizeFeed } from '../article/normalize';
import { toPlainText } from '../article/plain-text';
import type { FeedPreview, ParsedFeed } from '../model';

const MOST_HEADLINES = 3;
const MAX_TITLE = 200;

/** What a person sees of a feed before following it, in the words that its rows would have. */
export function previewOf(parsed: ParsedFeed, feedUrl: string, now: number): FeedPreview {
  const input = { parsed, feedId: '', feedUrl, now, isBacklog: true };
  const articles = normalizeFeed(input).articles.toSorted((a, b) => b.sortAt - a.sortAt);
  return {
    title: toPlainText(parsed.title ?? '', MAX_TITLE) || null,
    siteUrl: parsed.siteUrl,
    format: parsed.format,
    headlines: articles
      .slice(0, MOST_HEADLINES)
      .map(({ title, publishedAt }) => ({ title, publishedAt })),
    itemCount: articles.length,
  };
}

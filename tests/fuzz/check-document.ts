import { isDeepStrictEqual } from 'node:util';
import { mergeArticles } from '../../src/domain/article/merge';
import { type NormalizeInput, normalizeFeed } from '../../src/domain/article/normalize';
import { pageFeeds } from '../../src/domain/discovery/page-feeds';
import { readPageHead } from '../../src/domain/discovery/page-head';
import { decodeFeed } from '../../src/domain/feed/decode';
import { parseFeed } from '../../src/domain/feed/parse';
import type { Article } from '../../src/domain/model';
import { parseOpml } from '../../src/domain/opml/parse';
import type { FuzzCase } from './mutate';

const FEED_URL = 'https://news.example/rss';
const NOW = Date.UTC(2026, 1, 10);
const DAY_MS = 86_400_000;
/** A guard against what never ends, not a measure of speed. */
const LIMIT_MS = 20_000;
const NOT_IN_TEXT = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u;

/**
 * Takes a document the whole way from bytes to articles and demands of the result what must be so
 * whatever the document is. An error names what is wrong.
 */
export function checkDocument({ document, contentType }: FuzzCase): void {
  const start = performance.now();
  const text = decodeFeed(document, contentType);
  for (const { feedUrl, title } of pageFeeds(readPageHead(text, FEED_URL))) {
    checkAddress(feedUrl);
    checkText(title ?? '', 200);
  }
  const opml = parseOpml(text);
  if (opml.ok) for (const { feedUrl } of opml.value.candidates) checkAddress(feedUrl);
  const parsed = parseFeed(text);
  if (parsed.ok)
    checkFeed({
      ...{ parsed: parsed.value, feedId: 'f', feedUrl: FEED_URL },
      ...{ now: NOW, isBacklog: false },
    });
  demand(performance.now() - start < LIMIT_MS, 'it took too long');
}

function checkFeed(input: NormalizeInput): void {
  const { articles } = normalizeFeed(input);
  demand(isDeepStrictEqual(normalizeFeed(input).articles, articles), 'the second reading differs');
  for (const article of articles) checkArticle(article);
  const byId = new Map(articles.map((article) => [article.articleId, article]));
  demand(byId.size === articles.length, 'an id comes twice');
  const statuses = new Map();
  const merge = { incoming: articles, statuses, now: NOW };
  demand(
    isDeepStrictEqual(mergeArticles({ ...merge, stored: new Map() }).added, articles),
    'what is new is not added as it is',
  );
  const again = mergeArticles({ ...merge, stored: byId });
  demand(isDeepStrictEqual(again.unchanged, articles), 'merging again changes something');
}

function checkArticle(article: Article): void {
  demand(article.title !== '', 'a title is empty');
  checkText(article.title, 300);
  checkText(article.summary, 500);
  checkText(article.author ?? '', 200);
  for (const tag of article.tags) checkText(tag, 100);
  for (const address of [article.url, article.imageUrl, article.commentsUrl])
    if (address !== null) checkAddress(address);
  for (const at of [article.publishedAt, article.updatedAt, article.sortAt])
    if (at !== null) demand(Number.isFinite(at) && at <= NOW + DAY_MS, `the time ${at}`);
}

function checkText(text: string, longest: number): void {
  demand(text.length <= longest, `a text of ${text.length} characters`);
  demand(!NOT_IN_TEXT.test(text), `the text ${JSON.stringify(text)}`);
}

function checkAddress(address: string): void {
  const { protocol, username, password } = new URL(address);
  demand(protocol === 'http:' || protocol === 'https:', `the address ${address}`);
  demand(username === '' && password === '', `the address ${address}`);
}

function demand(isSo: boolean, message: string): void {
  if (!isSo) throw new Error(message);
}

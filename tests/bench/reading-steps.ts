import { parseFeed as parseByFeedsmith } from 'feedsmith';
import { mergeArticles } from '../../src/domain/article/merge';
import { normalizeFeed } from '../../src/domain/article/normalize';
import { decodeFeed } from '../../src/domain/feed/decode';
import { parseFeed } from '../../src/domain/feed/parse';
import type { Article, ParsedFeed } from '../../src/domain/model';
import { type Figure, measureInTurns, timeOf } from './figures';

const ROUNDS = 7;
const NOW = Date.UTC(2026, 0, 6);

export type ReadingStep = keyof ReturnType<typeof stepsOf>;

/** Each step from bytes to merged articles, and the parser alone on text that is decoded already; warm. */
export function measureReading(bytes: Uint8Array): Promise<Record<ReadingStep, Figure>> {
  return measureInTurns(ROUNDS, stepsOf(bytes));
}

function stepsOf(bytes: Uint8Array) {
  const text = decodeFeed(bytes, null);
  const parsed = orThrow(parseFeed(text));
  const articles = normalize(parsed);
  const stored = new Map(articles.map((article) => [article.articleId, article]));
  return {
    feedsmith: () => timeOf(() => parseByFeedsmith(text)),
    decode: () => timeOf(() => decodeFeed(bytes, null)),
    parse: () => timeOf(() => parseFeed(text)),
    normalize: () => timeOf(() => normalize(parsed)),
    mergeNew: () => timeOf(() => merge(articles, new Map())),
    mergeSame: () => timeOf(() => merge(articles, stored)),
  };
}

function normalize(parsed: ParsedFeed): Article[] {
  const feedUrl = 'https://news.example/feed';
  return normalizeFeed({ parsed, feedId: 'bench', feedUrl, now: NOW, isBacklog: false }).articles;
}

function merge(incoming: Article[], stored: Map<string, Article>) {
  return mergeArticles({ incoming, stored, statuses: new Map(), now: NOW });
}

function orThrow(result: ReturnType<typeof parseFeed>): ParsedFeed {
  if (!result.ok) throw new Error(`A document of the benchmark is ${result.error.kind}`);
  return result.value;
}

/** A program of its own: times the first call of one reader and prints the milliseconds. */
import { parseFeed as parseByFeedsmith } from 'feedsmith';
import { mergeArticles } from '../../src/domain/article/merge';
import { normalizeFeed } from '../../src/domain/article/normalize';
import { decodeFeed } from '../../src/domain/feed/decode';
import { parseFeed } from '../../src/domain/feed/parse';
import { makeDocument } from './documents';

const NOW = Date.UTC(2026, 0, 6);

function readAll(bytes: Uint8Array): number {
  const result = parseFeed(decodeFeed(bytes, null));
  if (!result.ok) throw new Error(result.error.kind);
  const { articles } = normalizeFeed({
    parsed: result.value,
    ...{ feedId: 'bench', feedUrl: 'https://news.example/feed', now: NOW, isBacklog: false },
  });
  return mergeArticles({ incoming: articles, stored: new Map(), statuses: new Map(), now: NOW })
    .added.length;
}

const [, , reader, itemCount] = process.argv;
const text = makeDocument({
  ...{ format: 'rss', language: 'en', itemBytes: 5_000 },
  itemCount: Number(itemCount),
});
const bytes = Buffer.from(text);
const begin = performance.now();
if (reader === 'feedsmith') parseByFeedsmith(text);
else readAll(bytes);
process.stdout.write(String(performance.now() - begin));

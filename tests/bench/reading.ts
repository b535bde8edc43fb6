import { parseFeed as parseByFeedsmith } from 'feedsmith';
import { mergeArticles } from '../../src/domain/article/merge';
import { normalizeFeed } from '../../src/domain/article/normalize';
import { decodeFeed } from '../../src/domain/feed/decode';
import { parseFeed } from '../../src/domain/feed/parse';
import type { Article, ParsedFeed } from '../../src/domain/model';
import { type DocumentOptions, makeDocument } from './documents';
import { type Figure, measureInTurns, timeOf } from './figures';
import { coldReading } from './reading-cold';
import type { Cell, Report } from './report';

/** As many items as one check takes, and what a publisher who sends whole texts makes of them. */
export const ITEM_BYTES = 5_000;

const DOCUMENTS: Pick<DocumentOptions, 'format' | 'language' | 'itemCount'>[] = [
  { format: 'rss', language: 'en', itemCount: 20 },
  { format: 'rss', language: 'en', itemCount: 200 },
  { format: 'rss', language: 'en', itemCount: 1_000 },
  { format: 'rss', language: 'ru', itemCount: 200 },
  { format: 'atom', language: 'de', itemCount: 200 },
  { format: 'atom', language: 'ja', itemCount: 200 },
  { format: 'rdf', language: 'ar', itemCount: 200 },
  { format: 'json', language: 'en', itemCount: 200 },
];

const ROUNDS = 7;
const NOW = Date.UTC(2026, 0, 6);

/** From bytes to merged articles, in node, against the parser alone on text that is decoded already. */
export async function benchReading(report: Report): Promise<void> {
  const rows: Cell[][] = [];
  for (const document of DOCUMENTS) {
    const { format, language, itemCount } = document;
    const bytes = Buffer.from(makeDocument({ ...document, itemBytes: ITEM_BYTES }));
    const figures = await measureInTurns(ROUNDS, stepsOf(bytes));
    rows.push([`${format} ${language} ${itemCount} items`, bytes.length / 1e6, ...cells(figures)]);
  }
  report.add({
    title: 'Reading: from bytes to merged articles, warm',
    note: 'Milliseconds, median (min-max). Own part: decode + normalize + merge. Ratios are to a plain feedsmith call.',
    columns: [
      ...['document', 'MB', 'feedsmith', 'decode', 'parse', 'normalize', 'merge new', 'merge same'],
      ...['parse x', 'own part x', 'all x'],
    ],
    rows,
  });
  await coldReading(report);
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

function cells(figures: Record<keyof ReturnType<typeof stepsOf>, Figure>): Cell[] {
  const { feedsmith, decode, parse, normalize: normalized, mergeNew, mergeSame } = figures;
  const own = decode.median + normalized.median + mergeSame.median;
  return [
    ...[feedsmith, decode, parse, normalized, mergeNew, mergeSame],
    parse.median / feedsmith.median,
    own / feedsmith.median,
    (own + parse.median) / feedsmith.median,
  ];
}

function orThrow(result: ReturnType<typeof parseFeed>): ParsedFeed {
  if (!result.ok) throw new Error(`A document of the benchmark is ${result.error.kind}`);
  return result.value;
}

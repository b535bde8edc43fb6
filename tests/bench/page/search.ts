/** Runs in a page of the extension: times searching in what is stored, and what the index costs. */
import type { Article, Feed } from '../../../src/domain/model';
import { parseSearch } from '../../../src/domain/search/parse';
import { putMany } from '../../../src/storage/batch';
import { inReadTransaction, inWriteTransaction } from '../../../src/storage/database';
import { followFeeds } from '../../../src/storage/feeds';
import { writeFrontPage } from '../../../src/storage/front-page';
import { readFrontPage, readStories } from '../../../src/storage/read';
import { openSearch } from '../../../src/storage/read-search';
import { logForSearch } from '../../../src/storage/search/log';
import { tidySearchIndex } from '../../../src/storage/search/tidy';
import { createLanguage } from '../language';
import { addToMini, buildMini, firstOfMini } from './mini';
import { articleOf, batchesOf, feedUrls } from './records';

const NEW_ITEMS = 5;
/** Stands in the oldest article alone. */
const ONCE = 'zeppelin';
/** Every tenth article is in a script without spaces. */
const OTHER_SCRIPT = 10;

const japanese = createLanguage('ja');
let feeds: Feed[] = [];
let lastNumber = 0;

/** Milliseconds of storing, and of putting what was logged into the index of words. */
export interface Seeding {
  storing: number;
  indexing: number;
}

/** Fills the store with that many articles, each a story of its own. */
async function seed(count: number): Promise<Seeding> {
  const now = Date.now();
  const candidates = feedUrls.map((feedUrl, index) => ({
    ...{ feedUrl, title: `Feed ${index}`, siteUrl: null },
  }));
  feeds = (await followFeeds(candidates, now)).added;
  const spent: Seeding = { storing: 0, indexing: 0 };
  for (const { articles, statuses, stories } of batchesOf(count, feeds, now)) {
    const worded = articles.map((article, index) => withWords(article, lastNumber + index));
    lastNumber += articles.length;
    const begin = performance.now();
    await inWriteTransaction(async (tx) => {
      putMany(tx, 'articles', worded);
      putMany(tx, 'statuses', statuses);
      putMany(tx, 'stories', stories);
      logForSearch(tx, worded);
    });
    const stored = performance.now();
    while (await tidySearchIndex(now));
    spent.storing += stored - begin;
    spent.indexing += performance.now() - stored;
  }
  await inWriteTransaction((tx) => writeFrontPage(tx, now));
  return spent;
}

function withWords(article: Article, number: number): Article {
  if (number === 0) return { ...article, title: `${article.title} ${ONCE}` };
  if (number % OTHER_SCRIPT > 0) return article;
  const words = japanese.textOf(number);
  return { ...article, title: words(8), summary: words(30) };
}

/** As much as a popup has done when a person begins to type: see `ui/search/load-searching.ts`. */
async function open(): Promise<void> {
  await readFrontPage();
  await openSearch(parseSearch('a b ').query, Date.now());
}

/** From the text to the first result, or to the word that there is none. @returns milliseconds. */
async function firstResult(text: string): Promise<{ spent: number; found: number }> {
  const begin = performance.now();
  const results = await openSearch(parseSearch(text).query, Date.now());
  let next = await results.next();
  while (next.found.length === 0 && !next.isDone) next = await results.next();
  return { spent: performance.now() - begin, found: next.found.length };
}

/** The first page of a list, to compare with. @returns milliseconds. */
async function list(): Promise<number> {
  const begin = performance.now();
  await readStories({ kind: 'latest' }, null);
  return performance.now() - begin;
}

function newArticles(): Article[] {
  return Array.from({ length: NEW_ITEMS }, () => {
    lastNumber += 1;
    return articleOf(lastNumber, Date.now(), feeds);
  });
}

const addMini = () => addToMini(newArticles());

/** What noting new articles adds to their commit. @returns milliseconds. */
async function log(): Promise<number> {
  const articles = newArticles();
  const begin = performance.now();
  await inWriteTransaction(async (tx) => logForSearch(tx, articles), ['searchLog']);
  return performance.now() - begin;
}

/** Characters of the index, of which each takes a byte or two, and of articles as JSON. */
async function sizes(): Promise<{ index: number; articles: number; records: number }> {
  return inReadTransaction(
    async (tx) => {
      const words = await tx.objectStore('searchWords').getAll();
      const parts = await tx.objectStore('searchParts').getAll();
      const [some, count] = await Promise.all([
        tx.objectStore('articles').getAll(null, 1_000),
        tx.objectStore('articles').count(),
      ]);
      return {
        index: words.reduce((sum, text) => sum + text.length, 0) + JSON.stringify(parts).length,
        articles: (JSON.stringify(some).length / some.length) * count,
        records: words.length,
      };
    },
    ['articles', 'searchWords', 'searchParts'],
  );
}

const bench = { seed, open, firstResult, list, log, sizes, buildMini, firstOfMini, addMini };
export type SearchBench = typeof bench;

Object.assign(globalThis, { datelineSearch: bench });

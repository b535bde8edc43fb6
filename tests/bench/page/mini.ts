/**
 * What searching by MiniSearch would cost (https://lucaong.github.io/minisearch/): its index lives in memory, so
 * a page or worker that has just begun reads it whole, and every change writes it whole.
 */
import { openDB } from 'idb';
import MiniSearch from 'minisearch';
import type { Article } from '../../../src/domain/model';
import { inReadTransaction } from '../../../src/storage/database';
import { readArticles } from '../../../src/storage/lookups';

const OPTIONS = {
  idField: 'articleId',
  fields: ['title', 'summary', 'tags', 'author'],
  storeFields: ['sortAt'],
};

/** As many as our own search reads first. */
const FIRST = 16;

function openKept() {
  return openDB('bench-minisearch', 1, {
    upgrade: (database) => void database.createObjectStore('index'),
  });
}

async function keep(index: MiniSearch<Article>): Promise<number> {
  const text = JSON.stringify(index);
  const database = await openKept();
  await database.put('index', text, 'index');
  database.close();
  return text.length;
}

async function readKept(): Promise<MiniSearch<Article>> {
  const database = await openKept();
  const text: string = await database.get('index', 'index');
  database.close();
  return MiniSearch.loadJSON<Article>(text, OPTIONS);
}

/** Makes the index of everything stored. @returns milliseconds, and characters. */
export async function buildMini(): Promise<{ spent: number; size: number }> {
  const articles = await inReadTransaction(
    (tx) => tx.objectStore('articles').getAll(),
    ['articles'],
  );
  const begin = performance.now();
  const index = new MiniSearch<Article>(OPTIONS);
  index.addAll(articles);
  const size = await keep(index);
  return { spent: performance.now() - begin, size };
}

/** From the text to the first results, newest first, in a page that has just begun. @returns milliseconds. */
export async function firstOfMini(text: string): Promise<number> {
  const begin = performance.now();
  const index = await readKept();
  const found = index.search(text, { combineWith: 'AND', prefix: !text.endsWith(' ') });
  const newest = found.toSorted((a, b) => Number(b['sortAt']) - Number(a['sortAt']));
  const ids = newest.slice(0, FIRST).map(({ id }) => String(id));
  await inReadTransaction((tx) => readArticles(tx, ids), ['articles']);
  return performance.now() - begin;
}

/** What new articles add to their commit, in a worker that has just begun. @returns milliseconds. */
export async function addToMini(articles: Article[]): Promise<number> {
  const begin = performance.now();
  const index = await readKept();
  index.addAll(articles);
  await keep(index);
  return performance.now() - begin;
}

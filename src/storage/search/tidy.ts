import { DEFAULT_KEEP_DAYS, keepArticleMs } from '../../domain/article/retain';
import { MOST_DOCUMENTS, type SearchDocument } from '../../domain/search/postings';
import { deleteMany } from '../batch';
import {
  inReadTransaction,
  inWriteTransaction,
  type PartEntry,
  type SearchIndex,
  type WriteTransaction,
} from '../database';
import { readArticles } from '../lookups';
import { newestArticles } from '../newest-articles';
import { documentOf, documentsIn, logForSearch } from './log';
import { addPart, dropPart, readSearchIndex, writeSearchIndex } from './parts';

/** Below that the log is as quick to look through as a part, and cheaper to add to. */
const MOST_IN_LOG = 512;
/** Most entries hold an article or two. */
const FEWEST_ENTRIES = 8;

/** Documents put into the index in one step: some tenths of a second. */
const STEP = 1_024;

/** A part of which less is left is joined with others. */
const SMALL_PART = 256;
/** A part is written anew when so much of it is gone. */
const SHARE_GONE = 0.25;
/** Before that little is gone, unless the user keeps less. */
const LOOK_AFTER_MS = keepArticleMs(DEFAULT_KEEP_DAYS);
const REVIEW_AGAIN_MS = 7 * 86_400_000;

/** Commits and pages use none of these, but commits the log. */
const INDEX_STORES = ['searchIndex', 'searchLog', 'searchParts', 'searchWords'] as const;

type Step = (
  tx: WriteTransaction,
  index: SearchIndex,
  now: number,
) => SearchIndex | null | Promise<SearchIndex | null>;

/**
 * Does one step of what keeps the index small and whole, in a transaction of its own: dying between two
 * steps, or in one, only means that it is done later.
 * @returns whether there may be more to do.
 */
export async function tidySearchIndex(now: number): Promise<boolean> {
  if (await inWriteTransaction((tx) => take(indexLog, tx, now), INDEX_STORES)) return true;
  const next = await inReadTransaction(readSearchIndex, ['searchIndex']);
  if (next.missing === null && !next.parts.some((entry) => isDue(entry, now))) return false;
  const lookUp: Step = async (tx, index) =>
    (await indexMissing(tx, index, now)) ?? reviewPart(tx, index, now);
  return inWriteTransaction((tx) => take(lookUp, tx, now), [...INDEX_STORES, 'articles']);
}

async function take(step: Step, tx: WriteTransaction, now: number): Promise<boolean> {
  const tidied = await step(tx, await readSearchIndex(tx), now);
  if (tidied) writeSearchIndex(tx, tidied);
  return tidied !== null;
}

function isDue({ reviewAt }: PartEntry, now: number): boolean {
  return reviewAt <= now;
}

/** Puts the log into the index once it is long. */
async function indexLog(tx: WriteTransaction, index: SearchIndex, now: number) {
  const log = tx.objectStore('searchLog');
  if ((await log.count()) < FEWEST_ENTRIES) return null;
  const [keys, entries] = await Promise.all([log.getAllKeys(), log.getAll()]);
  const total = entries.reduce((sum, { articleIds }) => sum + articleIds.length, 0);
  if (total < MOST_IN_LOG) return null;
  const documents = new Map<string, SearchDocument>();
  const taken: number[] = [];
  let hasSigns = true;
  for (const [place, entry] of entries.entries()) {
    if (documents.size + entry.articleIds.length > MOST_DOCUMENTS) break;
    // What was noted again is newer.
    for (const document of documentsIn(entry)) documents.set(document.articleId, document);
    taken.push(keys[place] ?? 0);
    hasSigns &&= entry.hasSigns ?? false;
  }
  deleteMany(tx, 'searchLog', taken);
  const part = { documents: [...documents.values()], reviewAt: now + LOOK_AFTER_MS, hasSigns };
  return addPart(tx, index, part);
}

/** Puts what was stored before there was an index into it, newest first. */
async function indexMissing(tx: WriteTransaction, index: SearchIndex, now: number) {
  if (!index.missing) return null;
  const { before } = index.missing;
  const articles = await newestArticles(tx, { before, count: STEP });
  const last = articles.at(-1);
  if (!last) return { ...index, missing: null };
  let grown = index;
  for (let start = 0; start < articles.length; start += STEP) {
    const some = articles.slice(start, start + STEP);
    const arrivedAt = some.reduce((latest, article) => Math.max(latest, article.arrivedAt), 0);
    const reviewAt = Math.max(arrivedAt + LOOK_AFTER_MS, now + REVIEW_AGAIN_MS);
    grown = addPart(tx, grown, { documents: some.map(documentOf), reviewAt });
  }
  return { ...grown, missing: { before: last.sortAt } };
}

/** Looks through one part for articles that are gone. */
async function reviewPart(tx: WriteTransaction, index: SearchIndex, now: number) {
  const due = index.parts.find((entry) => isDue(entry, now));
  if (!due) return null;
  const { articleIds = [] } = (await tx.objectStore('searchParts').get(due.part)) ?? {};
  const articles = await readArticles(tx, articleIds);
  const gone = articleIds.length - articles.size;
  const reviewAt = now + REVIEW_AGAIN_MS;
  // Due since ever: what is gone was deleted for good, and all of it goes.
  if (gone === 0 || (due.reviewAt > 0 && gone < SHARE_GONE * articleIds.length)) {
    const parts = index.parts.map((entry) => (entry === due ? { ...entry, reviewAt } : entry));
    return { ...index, parts };
  }
  const left = [...articles.values()];
  const shrunk = dropPart(tx, index, due.part);
  if (left.length >= SMALL_PART) {
    return addPart(tx, shrunk, { documents: left.map(documentOf), reviewAt });
  }
  logForSearch(tx, left);
  return shrunk;
}

import { feedWord } from '../../domain/search/index-words';
import {
  BUCKETS,
  bucketOf,
  readPostings,
  type SearchDocument,
  writePostings,
} from '../../domain/search/postings';
import type { AnyTransaction, PartEntry, SearchIndex, WriteTransaction } from '../database';
import { readRecord, writeRecord } from '../records';

const EMPTY: SearchIndex = { parts: [], nextPart: 0, missing: null };

export async function readSearchIndex(tx: AnyTransaction): Promise<SearchIndex> {
  return (await readRecord(tx, 'searchIndex')) ?? EMPTY;
}

export async function writeSearchIndex(tx: WriteTransaction, index: SearchIndex): Promise<void> {
  await writeRecord(tx, 'searchIndex', index);
}

/** Stores a new part. @returns the index with it; to be written by the caller. */
export async function addPart(
  tx: WriteTransaction,
  index: SearchIndex,
  { documents, reviewAt }: { documents: SearchDocument[]; reviewAt: number },
): Promise<SearchIndex> {
  if (documents.length === 0) return index;
  const { nextPart: part } = index;
  const words = tx.objectStore('searchWords');
  const buckets = writePostings(documents.map((document) => document.words));
  const sortAts = documents.map(({ sortAt }) => sortAt);
  const articleIds = documents.map(({ articleId }) => articleId);
  await Promise.all([
    tx.objectStore('searchParts').put({ articleIds, sortAts }, part),
    ...[...buckets].map(([bucket, text]) => words.put(text, [bucket, part])),
  ]);
  const newest = sortAts.reduce((a, b) => Math.max(a, b));
  const entry: PartEntry = { part, newest, reviewAt };
  return { ...index, parts: [...index.parts, entry], nextPart: part + 1 };
}

/** @returns the index without it; to be written by the caller. */
export async function dropPart(
  tx: WriteTransaction,
  index: SearchIndex,
  part: number,
): Promise<SearchIndex> {
  const words = tx.objectStore('searchWords');
  await Promise.all([
    tx.objectStore('searchParts').delete(part),
    ...Array.from({ length: BUCKETS }, (_, bucket) => words.delete([bucket, part])),
  ]);
  return { ...index, parts: index.parts.filter((entry) => entry.part !== part) };
}

/** All that the index has in one bucket, by part. */
export async function readBucket(tx: AnyTransaction, bucket: number): Promise<Map<number, string>> {
  const range = IDBKeyRange.bound([bucket], [bucket, []]);
  const words = tx.objectStore('searchWords');
  const [keys, texts] = await Promise.all([words.getAllKeys(range), words.getAll(range)]);
  return new Map(keys.map(([, part], place) => [part, texts[place] ?? '']));
}

/** When articles of a feed were deleted for good, the parts that hold any are gone through at once. */
export async function reviewPartsOf(tx: WriteTransaction, feedId: string): Promise<void> {
  const index = await readSearchIndex(tx);
  const key = { word: feedWord(feedId), isPrefix: false };
  const texts = await readBucket(tx, bucketOf(key.word));
  const isHeld = ({ part }: PartEntry) => readPostings(texts.get(part) ?? '', key).size > 0;
  const parts = index.parts.map((entry) => (isHeld(entry) ? { ...entry, reviewAt: 0 } : entry));
  await writeSearchIndex(tx, { ...index, parts });
}

import { feedWord } from '../../domain/search/index-words';
import {
  BUCKETS,
  bucketOf,
  readPostings,
  type SearchDocument,
  writePostings,
} from '../../domain/search/postings';
import { deleteMany, putMany } from '../batch';
import type { AnyTransaction, PartEntry, SearchIndex, WriteTransaction } from '../database';

const EMPTY: SearchIndex = { parts: [], nextPart: 0, missing: null };

export async function readSearchIndex(tx: AnyTransaction): Promise<SearchIndex> {
  return (await tx.objectStore('searchIndex').get('index')) ?? EMPTY;
}

export function writeSearchIndex(tx: WriteTransaction, index: SearchIndex): void {
  putMany(tx, 'searchIndex', [index], ['index']);
}

interface NewPart {
  documents: SearchDocument[];
  reviewAt: number;
  /** Not when some of the documents were noted by an earlier version. */
  hasSigns?: boolean;
}

/** Stores a new part. @returns the index with it; to be written by the caller. */
export function addPart(
  tx: WriteTransaction,
  index: SearchIndex,
  { documents, reviewAt, hasSigns = true }: NewPart,
): SearchIndex {
  if (documents.length === 0) return index;
  const { nextPart: part } = index;
  const buckets = writePostings(documents.map((document) => document.words));
  const sortAts = documents.map(({ sortAt }) => sortAt);
  const articleIds = documents.map(({ articleId }) => articleId);
  putMany(tx, 'searchParts', [{ articleIds, sortAts }], [part]);
  const keys = [...buckets.keys()].map((bucket): [number, number] => [bucket, part]);
  putMany(tx, 'searchWords', [...buckets.values()], keys);
  const newest = sortAts.reduce((a, b) => Math.max(a, b));
  const entry: PartEntry = { part, newest, reviewAt, hasSigns };
  return { ...index, parts: [...index.parts, entry], nextPart: part + 1 };
}

/** @returns the index without it; to be written by the caller. */
export function dropPart(tx: WriteTransaction, index: SearchIndex, part: number): SearchIndex {
  deleteMany(tx, 'searchParts', [part]);
  const keys = Array.from({ length: BUCKETS }, (_, bucket): [number, number] => [bucket, part]);
  deleteMany(tx, 'searchWords', keys);
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
  writeSearchIndex(tx, { ...index, parts });
}

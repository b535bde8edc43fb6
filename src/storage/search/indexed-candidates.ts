import { answer, type IndexQuestion, keysOf } from '../../domain/search/candidates';
import type { IndexKey } from '../../domain/search/index-words';
import { NewestFirst } from '../../domain/search/newest-first';
import { bucketOf, readPostings } from '../../domain/search/postings';
import type { PartEntry, ReadTransaction, SearchLogEntry } from '../database';
import { readArticles } from '../lookups';
import type { Candidates, Taken } from './candidates';
import { readBucket, readSearchIndex } from './parts';

interface Place {
  articleId: string;
  at: number;
}

/** A part of the index that has something, by the numbers of its documents. */
interface Hits extends PartEntry {
  numbers: Set<number>;
}

/** Reads of parts under way at once. */
const PARTS_AT_ONCE = 8;

/** Articles that the index has under what is asked. */
export class IndexedCandidates implements Candidates {
  readonly #waiting = new NewestFirst<Place>();
  readonly #known = new Set<string>();
  /** The newest last. */
  readonly #parts: Hits[];

  /** Reads all that the index says about the question, but not yet whom it means. */
  static async read(tx: ReadTransaction, question: IndexQuestion): Promise<IndexedCandidates> {
    const buckets = [...new Set(keysOf(question).map(({ word }) => bucketOf(word)))];
    const [{ parts }, log, texts] = await Promise.all([
      readSearchIndex(tx),
      tx.objectStore('searchLog').getAll(),
      Promise.all(buckets.map((bucket) => readBucket(tx, bucket))),
    ]);
    const textsOf = new Map(buckets.map((bucket, place) => [bucket, texts[place]]));
    const hits = parts.map((entry): Hits => {
      const find = (key: IndexKey) =>
        readPostings(textsOf.get(bucketOf(key.word))?.get(entry.part) ?? '', key);
      return { ...entry, numbers: answer(question, find) };
    });
    return new IndexedCandidates(
      hits.filter(({ numbers }) => numbers.size > 0),
      log.flatMap((entry) => placesInLog(entry, question)),
    );
  }

  private constructor(hits: Hits[], logged: Place[]) {
    this.#parts = hits.sort((a, b) => a.newest - b.newest);
    this.#waiting.add(logged);
  }

  get newestLeft(): number {
    const { newest = Number.NEGATIVE_INFINITY } = this.#parts.at(-1) ?? {};
    return Math.max(this.#waiting.newestAt, newest);
  }

  async take(tx: ReadTransaction, count: number): Promise<Taken> {
    await this.#open(tx);
    const upTo = this.#parts.at(-1)?.newest ?? Number.NEGATIVE_INFINITY;
    // An edited article stands in the index more than once.
    const ids = this.#waiting
      .take(count, upTo)
      .map(({ articleId }) => articleId)
      .filter((articleId) => !this.#known.has(articleId));
    for (const articleId of ids) this.#known.add(articleId);
    return { articles: [...(await readArticles(tx, [...new Set(ids)])).values()], stories: [] };
  }

  /** Until no part can have anything newer than what waits. */
  async #open(tx: ReadTransaction): Promise<void> {
    const parts = tx.objectStore('searchParts');
    while ((this.#parts.at(-1)?.newest ?? Number.NEGATIVE_INFINITY) > this.#waiting.newestAt) {
      const next = this.#parts.splice(-PARTS_AT_ONCE);
      const columns = await Promise.all(next.map(({ part }) => parts.get(part)));
      for (const [place, { numbers }] of next.entries()) {
        const { articleIds = [], sortAts = [] } = columns[place] ?? {};
        this.#waiting.add(
          [...numbers].map((number) => ({
            articleId: articleIds[number] ?? '',
            at: sortAts[number] ?? 0,
          })),
        );
      }
    }
  }
}

function placesInLog(
  { articleIds, sortAts, words }: SearchLogEntry,
  question: IndexQuestion,
): Place[] {
  const find = ({ word, isPrefix }: IndexKey) => {
    const text = isPrefix ? ` ${word}` : ` ${word} `;
    return new Set([...words.keys()].filter((number) => words[number]?.includes(text)));
  };
  return [...answer(question, find)].map((number) => ({
    articleId: articleIds[number] ?? '',
    at: sortAts[number] ?? 0,
  }));
}

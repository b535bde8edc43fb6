import { answer, type IndexQuestion, keysOf } from '../../domain/search/candidates';
import type { IndexKey } from '../../domain/search/index-words';
import { NewestFirst } from '../../domain/search/newest-first';
import { bucketOf, readPostings } from '../../domain/search/postings';
import type { PartEntry, ReadTransaction, SearchLogEntry, SearchPart } from '../database';
import { readArticles } from '../lookups';
import type { Candidates, Taken } from './candidates';
import { readBucket, readSearchIndex } from './parts';

interface Place {
  articleId: string;
  at: number;
}

/** What the index says of the question, by bucket and part. */
type Texts = Map<number, Map<number, string>>;

/** Reads of parts under way at once: at first one, which has enough of a common word. */
const MOST_AT_ONCE = 8;

/** Articles that the index has under what is asked. */
export class IndexedCandidates implements Candidates {
  readonly #waiting = new NewestFirst<Place>();
  readonly #known = new Set<string>();
  #atOnce = 1;
  readonly #question: IndexQuestion;
  readonly #texts: Texts;
  /** Not yet looked into; the newest last. */
  readonly #parts: PartEntry[];

  /** Reads all that the index says about the question, but not yet whom it means. */
  static async read(tx: ReadTransaction, question: IndexQuestion): Promise<IndexedCandidates> {
    const buckets = [...new Set(keysOf(question).map(({ word }) => bucketOf(word)))];
    const [{ parts }, log, texts] = await Promise.all([
      readSearchIndex(tx),
      tx.objectStore('searchLog').getAll(),
      Promise.all(buckets.map((bucket) => readBucket(tx, bucket))),
    ]);
    return new IndexedCandidates(question, {
      parts: parts.toSorted((a, b) => a.newest - b.newest),
      logged: log.flatMap((entry) => placesInLog(entry, question)),
      texts: new Map(buckets.map((bucket, place) => [bucket, texts[place] ?? new Map()])),
    });
  }

  private constructor(
    question: IndexQuestion,
    read: { parts: PartEntry[]; logged: Place[]; texts: Texts },
  ) {
    this.#question = question;
    this.#parts = read.parts;
    this.#texts = read.texts;
    this.#waiting.add(read.logged);
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
    for (let hits = this.#nextHits(); hits.length > 0; hits = this.#nextHits()) {
      const columns = await Promise.all(
        hits.map(({ part }) => tx.objectStore('searchParts').get(part)),
      );
      for (const [place, { numbers }] of hits.entries()) {
        this.#waiting.add(placesOf(columns[place], numbers));
      }
    }
  }

  /** What the next parts have, as far as they may be newer than what waits; empty at the end of these. */
  #nextHits(): { part: number; numbers: Set<number> }[] {
    const hits: { part: number; numbers: Set<number> }[] = [];
    for (let next = this.#parts.at(-1); next; next = this.#parts.at(-1)) {
      if (hits.length === this.#atOnce || next.newest <= this.#waiting.newestAt) break;
      this.#parts.pop();
      const { part } = next;
      const numbers = answer(this.#question, (key) =>
        readPostings(this.#texts.get(bucketOf(key.word))?.get(part) ?? '', key),
      );
      if (numbers.size > 0) hits.push({ part, numbers });
    }
    this.#atOnce = Math.min(2 * this.#atOnce, MOST_AT_ONCE);
    return hits;
  }
}

function placesOf(
  { articleIds, sortAts }: SearchPart = { articleIds: [], sortAts: [] },
  numbers: Set<number>,
): Place[] {
  return [...numbers].map((number) => ({
    articleId: articleIds[number] ?? '',
    at: sortAts[number] ?? 0,
  }));
}

function placesInLog(
  { articleIds, sortAts, words }: SearchLogEntry,
  question: IndexQuestion,
): Place[] {
  const find = ({ word, isPrefix }: IndexKey) => {
    const text = isPrefix ? ` ${word}` : ` ${word} `;
    return new Set([...words.keys()].filter((number) => words[number]?.includes(text)));
  };
  return placesOf({ articleIds, sortAts }, answer(question, find));
}

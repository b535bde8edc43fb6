import { answer, type IndexQuestion, keysOf } from '../../domain/search/candidates';
import { type IndexKey, isSignKey } from '../../domain/search/index-words';
import { NewestFirst } from '../../domain/search/newest-first';
import { bucketOf, MOST_DOCUMENTS, readPostings } from '../../domain/search/postings';
import { getMany } from '../batch';
import type {
  PartEntry,
  ReadTransaction,
  SearchIndex,
  SearchLogEntry,
  SearchPart,
} from '../database';
import { readArticles } from '../lookups';
import type { Candidates, Taken } from './candidates';
import { readSearchIndex } from './parts';

interface Place {
  articleId: string;
  at: number;
}

/** A part that has what is asked for, in these of its documents. */
interface Hit {
  part: number;
  newest: number;
  numbers: Set<number>;
}

/**
 * Parts read at once, newest first, the last number for all further ones: a common word is in the first few, a
 * rare one perhaps only in the last, and every reading costs a round through the browser. Which articles a part
 * has is a long list, and so of fewer at once. One request each: a single one for all takes three times as long
 * in Chromium.
 */
const AT_ONCE = [4, 16, 64];
const LISTS_AT_ONCE = [4, 8, 16];

const atOnce = (steps: number[], round: number) => steps[round] ?? steps.at(-1) ?? 1;

/** What the index and its log hold, as read at once. */
export interface IndexReading {
  index: SearchIndex;
  log: SearchLogEntry[];
}

export async function readIndexAndLog(tx: ReadTransaction): Promise<IndexReading> {
  const [index, log] = await Promise.all([
    readSearchIndex(tx),
    tx.objectStore('searchLog').getAll(),
  ]);
  return { index, log };
}

/** Articles that the index has under what is asked. */
export class IndexedCandidates implements Candidates {
  readonly #waiting = new NewestFirst<Place>();
  readonly #known = new Set<string>();
  readonly #question: IndexQuestion;
  readonly #buckets: number[];
  /** Not yet looked into; the newest last. */
  #parts: PartEntry[] = [];
  #nextPart = -1;
  #rounds = 0;
  /** Looked into, but not for which articles these are; the newest last. */
  #hits: Hit[] = [];
  #lists = 0;
  /** The transaction in which the index was last read: it does not change within it. */
  #readIn: ReadTransaction;

  /** @param reading of this transaction */
  constructor(question: IndexQuestion, tx: ReadTransaction, reading: IndexReading) {
    this.#question = question;
    this.#buckets = [...new Set(keysOf(question).map(({ word }) => bucketOf(word)))];
    this.#readIn = tx;
    this.#take(reading);
  }

  /** Between two readings the log may have become a part, and parts others: what was in them is looked for anew. */
  async #follow(tx: ReadTransaction): Promise<void> {
    if (tx === this.#readIn) return;
    this.#readIn = tx;
    const { parts, nextPart } = await readSearchIndex(tx);
    const present = new Set(parts.map(({ part }) => part));
    const isWhole = [...this.#parts, ...this.#hits].every(({ part }) => present.has(part));
    if (nextPart !== this.#nextPart || !isWhole) this.#take(await readIndexAndLog(tx));
  }

  #take({ index: { parts, nextPart }, log }: IndexReading): void {
    const present = new Set(parts.map(({ part }) => part));
    const added = parts.filter(({ part }) => part >= this.#nextPart);
    const left = this.#parts.filter(({ part }) => present.has(part));
    this.#hits = this.#hits.filter(({ part }) => present.has(part));
    this.#parts = [...left, ...added].sort((a, b) => a.newest - b.newest);
    this.#nextPart = nextPart;
    this.#waiting.add(log.flatMap((entry) => placesInLog(entry, this.#question)));
  }

  get newestLeft(): number {
    return Math.max(this.#waiting.newestAt, this.#newestUnread);
  }

  get #newestUnread(): number {
    return Math.max(newestOf(this.#parts), newestOf(this.#hits));
  }

  async take(tx: ReadTransaction, count: number): Promise<Taken> {
    await this.#follow(tx);
    // Until no part can have anything newer than what waits.
    while (this.#newestUnread > this.#waiting.newestAt) {
      if (newestOf(this.#parts) > newestOf(this.#hits)) await this.#readParts(tx);
      else await this.#readLists(tx);
    }
    // An edited article stands in the index more than once.
    const ids = this.#waiting
      .take(count, this.#newestUnread)
      .map(({ articleId }) => articleId)
      .filter((articleId) => !this.#known.has(articleId));
    for (const articleId of ids) this.#known.add(articleId);
    return { articles: [...(await readArticles(tx, [...new Set(ids)])).values()], stories: [] };
  }

  /** What the next parts say about the question. */
  async #readParts(tx: ReadTransaction): Promise<void> {
    const parts = this.#parts.splice(-atOnce(AT_ONCE, this.#rounds));
    this.#rounds += 1;
    const keys = parts.flatMap(({ part }) =>
      this.#buckets.map((bucket): [number, number] => [bucket, part]),
    );
    const texts = await getMany(tx, 'searchWords', keys);
    const hits = parts.flatMap(({ part, newest, hasSigns = false }, place) => {
      const own = texts.slice(place * this.#buckets.length);
      const numbers = answer(this.#question, (key) =>
        hasSigns || !isSignKey(key)
          ? readPostings(own[this.#buckets.indexOf(bucketOf(key.word))] ?? '', key)
          : any(MOST_DOCUMENTS),
      );
      return numbers.size > 0 ? [{ part, newest, numbers }] : [];
    });
    this.#hits = [...hits, ...this.#hits].sort((a, b) => a.newest - b.newest);
  }

  /** Which articles these are. */
  async #readLists(tx: ReadTransaction): Promise<void> {
    const hits = this.#hits.splice(-atOnce(LISTS_AT_ONCE, this.#lists));
    this.#lists += 1;
    const parts = hits.map(({ part }) => part);
    const lists = await getMany(tx, 'searchParts', parts);
    for (const [place, { numbers }] of hits.entries()) {
      this.#waiting.add(placesOf(lists[place], numbers));
    }
  }
}

/** The time of the newest; never when there is none. */
function newestOf(ascending: { newest: number }[]): number {
  return ascending.at(-1)?.newest ?? Number.NEGATIVE_INFINITY;
}

function placesOf(
  { articleIds, sortAts }: SearchPart = { articleIds: [], sortAts: [] },
  numbers: Set<number>,
): Place[] {
  return [...numbers].flatMap((number) => {
    const articleId = articleIds[number];
    return articleId === undefined ? [] : [{ articleId, at: sortAts[number] ?? 0 }];
  });
}

/** The numbers of so many documents: where signs are not noted, each of them may have one. */
function any(count: number): Set<number> {
  return new Set(Array.from({ length: count }, (_, number) => number));
}

function placesInLog(
  { articleIds, sortAts, words, hasSigns = false }: SearchLogEntry,
  question: IndexQuestion,
): Place[] {
  const find = (key: IndexKey) => {
    if (!hasSigns && isSignKey(key)) return any(words.length);
    const { word, isPrefix } = key;
    const text = isPrefix ? ` ${word}` : ` ${word} `;
    return new Set([...words.keys()].filter((number) => words[number]?.includes(text)));
  };
  return placesOf({ articleIds, sortAts }, answer(question, find));
}

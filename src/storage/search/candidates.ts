import type { Article } from '../../domain/model';
import type { ReadTransaction, StoredStory } from '../database';
import { newestArticles } from '../newest-articles';
import { type TimedView, takeStories } from '../story-views';

/** What may be what is searched for, newest first, in handfuls. */
export interface Candidates {
  take(tx: ReadTransaction, count: number): Promise<Taken>;
  /** Nothing newer is to come; nothing at all below every time. */
  readonly newestLeft: number;
}

/** Articles are each to be looked at; stories with all of their articles. */
export interface Taken {
  articles: Article[];
  stories: StoredStory[];
}

/** Every article of a span of time: when neither words nor publishers are known to the index. */
export class TimedCandidates implements Candidates {
  readonly #from: number;
  #before: number;

  constructor({ from, to }: { from: number; to: number }) {
    this.#from = from;
    this.#before = Math.min(to, Number.MAX_SAFE_INTEGER);
  }

  get newestLeft(): number {
    return this.#before;
  }

  async take(tx: ReadTransaction, count: number): Promise<Taken> {
    const articles = await newestArticles(tx, { before: this.#before, count });
    const oldest = articles.at(-1)?.sortAt ?? Number.NEGATIVE_INFINITY;
    this.#before = oldest < this.#from ? Number.NEGATIVE_INFINITY : oldest;
    return { articles, stories: [] };
  }
}

/** What the index does not have yet is looked through; the newer of both comes first. */
export class JoinedCandidates implements Candidates {
  readonly #some: Candidates;
  readonly #others: Candidates;

  constructor(some: Candidates, others: Candidates) {
    this.#some = some;
    this.#others = others;
  }

  get newestLeft(): number {
    return Math.max(this.#some.newestLeft, this.#others.newestLeft);
  }

  take(tx: ReadTransaction, count: number): Promise<Taken> {
    const isNewer = this.#some.newestLeft >= this.#others.newestLeft;
    return (isNewer ? this.#some : this.#others).take(tx, count);
  }
}

/** The stories of a list: it is shorter than all that is stored. */
export class ListedCandidates implements Candidates {
  readonly #view: TimedView;
  #before = Number.MAX_SAFE_INTEGER;

  constructor(view: TimedView) {
    this.#view = view;
  }

  get newestLeft(): number {
    return this.#before;
  }

  async take(tx: ReadTransaction, count: number): Promise<Taken> {
    const { stories, nextBefore } = await takeStories(tx, this.#view, {
      before: this.#before,
      count,
    });
    this.#before = nextBefore ?? Number.NEGATIVE_INFINITY;
    return { articles: [], stories };
  }
}

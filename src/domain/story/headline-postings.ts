import { NONE } from './hash-index';
import type { TermVector, Vocabulary } from './vocabulary';

/** Likeness fades as a Gaussian of this deviation: most stories are told within hours. */
const FADE_MS = 16 * 3_600_000;

/** One publisher writes about one event once or twice; its next alike headline is often another one. */
const SAME_PUBLISHER = 0.8;

/** ... and it numbers its series: "Briefing number 12" and "Briefing number 13" are two stories. */
const FEWEST_SHARED = 3;

/** The headlines nearest to the new one speak for their story: it may have many sides. */
const NEAREST = 3;

/** What many write about draws more, up to a size; without the limit, the large would swallow the rest. */
const SIZE_BONUS = 0.02;
const LARGE = 8;

const FIRST_SIZE = 1024;

export interface PostedHeadline {
  at: number;
  publisher: string;
}

/**
 * Headlines by term, so that a new one is compared only with those that share a term. Everything is held
 * in arrays by number, each term's headlines as a list from the newest back to the oldest; a comparison
 * allocates nothing.
 */
export class HeadlinePostings {
  private readonly vocabulary: Vocabulary;
  private readonly windowMs: number;
  /** Posting by posting, from 1: the headline, the term's weight in it, and the term's posting before it. */
  private headlines = new Int32Array(FIRST_SIZE);
  private weights = new Float64Array(FIRST_SIZE);
  private before = new Int32Array(FIRST_SIZE);
  private last = 0;
  /** The newest posting of each term, 0 for none: of headlines remembered, and of those placed since. */
  private readonly remembered: number[] = [];
  private readonly placed: number[] = [];
  /** Headline by headline. */
  private readonly times: number[] = [];
  private readonly publishers: number[] = [];
  private readonly storyOf: number[] = [];
  private readonly likeness: number[] = [];
  /** Whole terms shared with the headline that is compared. */
  private readonly shared: number[] = [];
  /** Story by story. */
  private readonly sizes: number[] = [];
  /** `NEAREST` likenesses of each, greatest first. */
  private readonly nearest: number[] = [];
  private readonly publisherNumbers = new Map<string, number>();
  /** What the comparison has reached. */
  private readonly touched: number[] = [];
  private readonly candidates: number[] = [];

  constructor(vocabulary: Vocabulary, windowMs: number) {
    this.vocabulary = vocabulary;
    this.windowMs = windowMs;
  }

  /** @returns the number of a story that has no headline yet */
  addStory(): number {
    for (let place = 0; place < NEAREST; place += 1) this.nearest.push(0);
    return this.sizes.push(0) - 1;
  }

  /** Headlines whose story is known come first, then those that are placed; both in order of `at`. */
  add(
    vector: TermVector,
    headline: PostedHeadline,
    into: { story: number; isKnown: boolean },
  ): void {
    const number = this.times.length;
    this.times.push(headline.at);
    this.publishers.push(this.numberOfPublisher(headline.publisher));
    this.storyOf.push(into.story);
    this.likeness.push(0);
    this.shared.push(0);
    this.sizes[into.story] = (this.sizes[into.story] ?? 0) + 1;
    const newest = into.isKnown ? this.remembered : this.placed;
    this.reserve(vector.terms.length);
    for (let index = 0; index < vector.terms.length; index += 1) {
      const term = vector.terms[index] ?? 0;
      this.last += 1;
      this.headlines[this.last] = number;
      this.weights[this.last] = vector.weights[index] ?? 0;
      this.before[this.last] = newest[term] ?? 0;
      while (newest.length < term) newest.push(0);
      newest[term] = this.last;
    }
  }

  private reserve(more: number): void {
    if (this.last + more < this.headlines.length) return;
    const size = this.headlines.length * 2;
    this.headlines = grown(this.headlines, new Int32Array(size));
    this.weights = grown(this.weights, new Float64Array(size));
    this.before = grown(this.before, new Int32Array(size));
  }

  /**
   * The story most like the headline.
   * @param query in order of `at`
   * @returns `NONE` when none is at least `threshold` like it
   */
  findStory(vector: TermVector, query: PostedHeadline, threshold: number): number {
    this.compare(vector, query.at);
    this.sortIntoStories(query);
    let best = NONE;
    let bestScore = threshold;
    for (const story of this.candidates) {
      const score = this.takeScore(story);
      if (score > bestScore || (score === bestScore && (best === NONE || story < best))) {
        best = story;
        bestScore = score;
      }
    }
    this.candidates.length = 0;
    return best;
  }

  private numberOfPublisher(key: string): number {
    let publisher = this.publisherNumbers.get(key);
    if (publisher === undefined) {
      publisher = this.publisherNumbers.size;
      this.publisherNumbers.set(key, publisher);
    }
    return publisher;
  }

  /** Sums up the cosines of the headlines that share a term. */
  private compare({ terms, weights }: TermVector, at: number): void {
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] ?? 0;
      const weight = weights[index] ?? 0;
      const isWhole = this.vocabulary.isWhole(term);
      this.follow(this.remembered[term] ?? 0, weight, isWhole, at);
      this.follow(this.placed[term] ?? 0, weight, isWhole, at);
    }
  }

  private follow(newest: number, weight: number, isWhole: boolean, at: number): void {
    for (let posting = newest; posting > 0; posting = this.before[posting] ?? 0) {
      const headline = this.headlines[posting] ?? 0;
      const time = this.times[headline] ?? 0;
      if (time < at - this.windowMs) return;
      if (time > at + this.windowMs) continue;
      const likeness = this.likeness[headline] ?? 0;
      if (likeness === 0) this.touched.push(headline);
      this.likeness[headline] = likeness + weight * (this.weights[posting] ?? 0);
      if (isWhole) this.shared[headline] = (this.shared[headline] ?? 0) + 1;
    }
  }

  /** Hands the likenesses over to the stories of their headlines, and clears them. */
  private sortIntoStories(query: PostedHeadline): void {
    const publisher = this.numberOfPublisher(query.publisher);
    for (const headline of this.touched) {
      const cosine = this.likeness[headline] ?? 0;
      const shared = this.shared[headline] ?? 0;
      this.likeness[headline] = 0;
      this.shared[headline] = 0;
      const isSamePublisher = this.publishers[headline] === publisher;
      if (isSamePublisher && shared < FEWEST_SHARED) continue;
      const distance = ((this.times[headline] ?? 0) - query.at) / FADE_MS;
      const score = cosine * Math.exp(-0.5 * distance * distance);
      const story = this.storyOf[headline] ?? 0;
      if (this.nearest[story * NEAREST] === 0) this.candidates.push(story);
      this.insert(story * NEAREST, isSamePublisher ? score * SAME_PUBLISHER : score);
    }
    this.touched.length = 0;
  }

  private insert(first: number, score: number): void {
    let carried = score;
    for (let place = first; place < first + NEAREST; place += 1) {
      const held = this.nearest[place] ?? 0;
      if (carried <= held) continue;
      this.nearest[place] = carried;
      carried = held;
    }
  }

  /** The mean of the nearest, a missing one of a larger story counting as nothing. Clears them. */
  private takeScore(story: number): number {
    let sum = 0;
    for (let place = story * NEAREST; place < (story + 1) * NEAREST; place += 1) {
      sum += this.nearest[place] ?? 0;
      this.nearest[place] = 0;
    }
    const size = this.sizes[story] ?? 1;
    const bonus = 1 + SIZE_BONUS * Math.log(Math.min(LARGE, size));
    return (sum / Math.min(NEAREST, size)) * bonus;
  }
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

import type { WeightedTerm } from './term-weights';

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

interface Posting {
  headlines: number[];
  weights: number[];
  /** Where those begin that are recent enough to be compared. */
  start: number;
}

/**
 * Headlines by term, so that a new one is compared only with those that share a term. Everything is
 * held in arrays by number, and a comparison allocates nothing.
 */
export class HeadlinePostings {
  private readonly byTerm = new Map<string, Posting>();
  private readonly times: number[] = [];
  private readonly publishers: string[] = [];
  private readonly storyOf: number[] = [];
  private readonly likeness: number[] = [];
  /** Whole terms shared with the headline that is compared. */
  private readonly shared: number[] = [];
  private readonly storyNumbers = new Map<string, number>();
  private readonly storyIds: string[] = [];
  private readonly storySizes: number[] = [];
  /** `NEAREST` likenesses of each story, greatest first. */
  private readonly nearest: number[] = [];
  private readonly windowMs: number;

  constructor(windowMs: number) {
    this.windowMs = windowMs;
  }

  add(terms: WeightedTerm[], at: { at: number; publisher: string }, storyId: string): void {
    const headline = this.times.length;
    const story = this.numberOf(storyId);
    this.times.push(at.at);
    this.publishers.push(at.publisher);
    this.storyOf.push(story);
    this.likeness.push(0);
    this.shared.push(0);
    this.storySizes[story] = (this.storySizes[story] ?? 0) + 1;
    for (const { key, weight } of terms) {
      const posting = this.byTerm.get(key);
      if (posting) {
        posting.headlines.push(headline);
        posting.weights.push(weight);
      } else this.byTerm.set(key, { headlines: [headline], weights: [weight], start: 0 });
    }
  }

  /**
   * The story most like the headline.
   * @param query in order of `at`
   * @returns null when none is at least `threshold` like it
   */
  findStory(
    terms: WeightedTerm[],
    query: { at: number; publisher: string },
    threshold: number,
  ): string | null {
    const touched = this.compare(terms, query.at - this.windowMs);
    const stories = this.nearestByStory(touched, query);
    let best = -1;
    let bestScore = threshold;
    for (const story of stories) {
      const score = this.takeScore(story);
      if (score > bestScore || (score === bestScore && (best < 0 || story < best))) {
        best = story;
        bestScore = score;
      }
    }
    return this.storyIds[best] ?? null;
  }

  private numberOf(storyId: string): number {
    let story = this.storyNumbers.get(storyId);
    if (story === undefined) {
      story = this.storyIds.length;
      this.storyNumbers.set(storyId, story);
      this.storyIds.push(storyId);
      for (let place = 0; place < NEAREST; place += 1) this.nearest.push(0);
    }
    return story;
  }

  /** Sums up the cosines; @returns the headlines that share a term. */
  private compare(terms: WeightedTerm[], oldest: number): number[] {
    const touched: number[] = [];
    for (const { key, weight, isWhole } of terms) {
      const posting = this.byTerm.get(key);
      if (!posting) continue;
      const { headlines, weights } = posting;
      while (posting.start < headlines.length && this.timeOf(headlines[posting.start]) < oldest) {
        posting.start += 1;
      }
      for (let index = posting.start; index < headlines.length; index += 1) {
        const headline = headlines[index] ?? 0;
        const before = this.likeness[headline] ?? 0;
        if (before === 0) {
          touched.push(headline);
          this.shared[headline] = 0;
        }
        if (isWhole) this.shared[headline] = (this.shared[headline] ?? 0) + 1;
        this.likeness[headline] = before + weight * (weights[index] ?? 0);
      }
    }
    return touched;
  }

  private timeOf(headline: number | undefined): number {
    return this.times[headline ?? -1] ?? 0;
  }

  /** Sorts the likenesses into their stories; @returns those with one. */
  private nearestByStory(touched: number[], query: { at: number; publisher: string }): number[] {
    const stories: number[] = [];
    for (const headline of touched) {
      const cosine = this.likeness[headline] ?? 0;
      this.likeness[headline] = 0;
      const distance = this.timeOf(headline) - query.at;
      if (Math.abs(distance) > this.windowMs) continue;
      const isSamePublisher = this.publishers[headline] === query.publisher;
      if (isSamePublisher && (this.shared[headline] ?? 0) < FEWEST_SHARED) continue;
      const score =
        cosine *
        Math.exp(-0.5 * (distance / FADE_MS) ** 2) *
        (isSamePublisher ? SAME_PUBLISHER : 1);
      const story = this.storyOf[headline] ?? 0;
      if (this.nearest[story * NEAREST] === 0) stories.push(story);
      this.insert(story * NEAREST, score);
    }
    return stories;
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
    const size = this.storySizes[story] ?? 1;
    const bonus = 1 + SIZE_BONUS * Math.log(Math.min(LARGE, size));
    return (sum / Math.min(NEAREST, size)) * bonus;
  }
}

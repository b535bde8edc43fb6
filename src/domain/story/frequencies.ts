import { NEWS_HEADLINES, NEWS_TERMS } from './news-terms';
import { prefixTerm, SHORTEST_WITH_PREFIX } from './tokenize';

/** In how many headlines each term stood, out of how many. */
export interface Frequencies {
  total: number;
  byTerm: Map<string, number>;
}

let decoded: Frequencies | null = null;

/**
 * How common terms are in English headlines, counted from the `top_news` data set (see NOTICE and
 * `scripts/count-terms.ts`). Decoded on first use: only the worker groups headlines.
 */
export function newsFrequencies(): Frequencies {
  decoded ??= decode();
  return decoded;
}

function decode(): Frequencies {
  const byTerm = new Map<string, number>();
  for (const [step, terms] of NEWS_TERMS.entries()) {
    const count = countOfStep(step);
    for (const term of terms === '' ? [] : terms.split(' ')) {
      byTerm.set(term, count);
      if (term.length < SHORTEST_WITH_PREFIX) continue;
      const prefix = prefixTerm(term);
      byTerm.set(prefix, (byTerm.get(prefix) ?? 0) + count);
    }
  }
  return { total: NEWS_HEADLINES, byTerm };
}

/** Counts are kept as steps of a quarter of a power of two: weights are logarithms anyway. */
const STEPS_PER_DOUBLING = 4;

export function stepOfCount(count: number): number {
  return Math.round(Math.log2(count) * STEPS_PER_DOUBLING);
}

export function countOfStep(step: number): number {
  return 2 ** (step / STEPS_PER_DOUBLING);
}

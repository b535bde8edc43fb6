/**
 * How often terms stood in the headlines that this reader received, by language; older ones count less.
 * A plain value, stored as one record.
 */
export interface ReaderCounts {
  /** The time to which everything is decayed. */
  at: number;
  /** Headlines by language. */
  headlines: Map<string, number>;
  /** Headlines by term. */
  terms: Map<string, number>;
}

const HALF_LIFE_MS = 14 * 86_400_000;

/** Some weeks of headlines of fifty feeds; about 200 kB. */
const MOST_TERMS = 12_000;

/** What was seen once and is half forgotten. */
const FORGET_BELOW = 0.5;

export const NO_COUNTS: ReaderCounts = { at: 0, headlines: new Map(), terms: new Map() };

/** A copy that may be counted on: decayed to `now`, without what is forgotten. */
export function decayCounts(counts: ReaderCounts, now: number): ReaderCounts {
  const factor = 0.5 ** (Math.max(0, now - counts.at) / HALF_LIFE_MS);
  return {
    at: Math.max(now, counts.at),
    headlines: decayed(counts.headlines, factor),
    terms: keepMost(decayed(counts.terms, factor)),
  };
}

function decayed(counts: Map<string, number>, factor: number): Map<string, number> {
  const kept = new Map<string, number>();
  for (const [key, count] of counts) {
    if (count * factor >= FORGET_BELOW) kept.set(key, count * factor);
  }
  return kept;
}

function keepMost(terms: Map<string, number>): Map<string, number> {
  if (terms.size <= MOST_TERMS) return terms;
  return new Map([...terms].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS));
}

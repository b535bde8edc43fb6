import { cosineOf, type TermVector } from './vocabulary';

/** What happens now is told by many within hours. */
export const BURST_MS = 4 * 3_600_000;

const USUAL_MS = 48 * 3_600_000;

/**
 * Headlines less alike than this may belong to one story, but do not confirm each other: it takes more
 * to vouch for an event than to be shown beside it.
 */
const CONFIRMING = 0.48;

/** Pairs are compared: enough of the newest to count the publishers. */
const MOST_COMPARED = 40;

export interface ToldHeadline {
  at: number;
  publisher: string;
  title: string;
  terms: TermVector;
}

export interface Burst {
  /** The headline that most publishers confirm. */
  heart: ToldHeadline;
  /** Distinct publishers of like headlines within `BURST_MS`, with the heart's own. */
  publishers: number;
  /** Headlines within `BURST_MS`. */
  volume: number;
  /** Rate within `BURST_MS` over the story's own rate of 48 hours: 12 for one that just began. */
  ratio: number;
}

/** @returns null when nothing of the story is recent */
export function measureBurst(headlines: ToldHeadline[], now: number): Burst | null {
  const within = (ms: number) => headlines.filter(({ at }) => now - at <= ms && at <= now);
  const recent = within(BURST_MS);
  const ratio = recent.length / BURST_MS / (within(USUAL_MS).length / USUAL_MS);
  let best: Burst | null = null;
  let bestSum = 0;
  const compared = recent.slice(-MOST_COMPARED);
  for (const heart of compared) {
    const { publishers, sum } = confirm(heart, compared);
    if (
      best &&
      (publishers < best.publishers || (publishers === best.publishers && sum <= bestSum))
    )
      continue;
    best = { heart, publishers, volume: recent.length, ratio };
    bestSum = sum;
  }
  return best;
}

function confirm(heart: ToldHeadline, others: ToldHeadline[]): { publishers: number; sum: number } {
  const nearest = new Map<string, number>([[heart.publisher, 1]]);
  for (const { publisher, terms } of others) {
    const cosine = cosineOf(heart.terms, terms);
    if (cosine < CONFIRMING) continue;
    nearest.set(publisher, Math.max(nearest.get(publisher) ?? 0, cosine));
  }
  return { publishers: nearest.size, sum: [...nearest.values()].reduce((a, b) => a + b, 0) };
}

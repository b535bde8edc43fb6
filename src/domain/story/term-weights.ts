import type { Frequencies } from './frequencies';
import type { ReaderCounts } from './reader-counts';
import { isPrefixTerm, tokenize } from './tokenize';

/** What the reader receives says more about their headlines than the table, which is only a start. */
const TABLE_SHARE = 0.25;

/** Below 1: differences in rarity count less than information theory has it. */
const RARITY_POWER = 0.8;

/** A term never seen is not taken for rarer than one of these. */
const UNSEEN_COUNT = 1.5;

/** Headlines assumed of a language without table, so that its first ones do not weigh nothing. */
const UNKNOWN_TOTAL = 500;

/** A term of a headline, with its share of the headline's meaning; squares add up to one. */
export interface WeightedTerm {
  /** With its language in front: headlines of different languages share no terms. */
  key: string;
  weight: number;
  /** A whole word or pair of characters, not only the beginning of a word. */
  isWhole: boolean;
}

/**
 * Terms weighted by how rare they are (inverse document frequency), as a vector of length one.
 * @param language null is read as English
 */
export function weighTerms(
  headline: { title: string; language: string | null },
  { table, counts }: { table: Frequencies; counts: ReaderCounts },
): WeightedTerm[] {
  const language = headline.language ?? 'en';
  const isInTable = language === 'en';
  const total =
    (counts.headlines.get(language) ?? 0) + (isInTable ? table.total * TABLE_SHARE : UNKNOWN_TOTAL);
  const terms: WeightedTerm[] = [];
  let squares = 0;
  for (const [term, factor] of tokenize(headline.title, language)) {
    const key = `${language}:${term}`;
    const known = isInTable ? (table.byTerm.get(term) ?? 0) * TABLE_SHARE : 0;
    const count = (counts.terms.get(key) ?? 0) + known + UNSEEN_COUNT;
    const rarity = Math.log((total + 1) / count);
    if (rarity <= 0) continue;
    const weight = factor * rarity ** RARITY_POWER;
    terms.push({ key, weight, isWhole: !isPrefixTerm(term) });
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (const term of terms) term.weight /= length;
  return terms;
}

/** Counts one more headline. Changes `counts`, which is the caller's own copy. */
export function countTerms(
  counts: ReaderCounts,
  { language, terms }: { language: string | null; terms: WeightedTerm[] },
): void {
  const key = language ?? 'en';
  counts.headlines.set(key, (counts.headlines.get(key) ?? 0) + 1);
  for (const term of terms) counts.terms.set(term.key, (counts.terms.get(term.key) ?? 0) + 1);
}

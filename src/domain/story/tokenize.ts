import { foldWord } from './fold-word';
import { stem } from './stem';
import { isStopWord } from './stop-words';
import { HeadlineWords } from './words';

/** The beginning of a word stands for what stems miss: "Ukraine", "Ukrainian". */
export const PREFIX_WEIGHT = 0.25;
const PREFIX_LENGTH = 4;
export const SHORTEST_WITH_PREFIX = 5;

export interface WordTerms {
  stem: string;
  prefix: string | null;
}

/**
 * What a headline is about: stems, beginnings of words, and pairs of characters where the script has no
 * spaces, each with a weight; the greatest, where a term stands twice.
 * @param language changes stop words and endings; null is read as English
 */
export function tokenize(headline: string, language: string | null): Map<string, number> {
  const terms = new Map<string, number>();
  const raise = (term: string, weight: number) =>
    terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  const words = new HeadlineWords();
  words.read(headline);
  for (let word = 0; word < words.count; word += 1) {
    const weight = words.weights[word] ?? 0;
    const text = words.textOf(word);
    const isUnspaced = words.isUnspaced(word);
    if (isUnspaced) for (const pair of pairsOf(text)) raise(pair, weight);
    const found = isUnspaced ? null : termsOfWord(text, language ?? 'en');
    if (found) raise(found.stem, weight);
    if (found?.prefix) raise(found.prefix, weight * PREFIX_WEIGHT);
  }
  return terms;
}

/** @returns null for a word that says nothing */
export function termsOfWord(word: string, language: string): WordTerms | null {
  const folded = foldWord(word);
  if (isStopWord(folded, language)) return null;
  const isLong = folded.length >= SHORTEST_WITH_PREFIX;
  return { stem: stem(folded, language), prefix: isLong ? prefixTerm(folded) : null };
}

export function isPrefixTerm(term: string): boolean {
  return term.startsWith('<');
}

/** The term of a word's beginning; the mark keeps it apart from a word of the same letters. */
export function prefixTerm(word: string): string {
  return `<${word.slice(0, PREFIX_LENGTH)}`;
}

/** The pairs of neighboring characters of a run in a script without spaces. */
export function pairsOf(run: string): string[] {
  const characters = [...foldWord(run)];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

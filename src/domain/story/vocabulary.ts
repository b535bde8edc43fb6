import { type Frequencies, newsFrequencies } from './frequencies';
import { HashIndex, NONE } from './hash-index';
import type { ReaderCounts } from './reader-counts';
import { isPrefixTerm, PREFIX_WEIGHT, pairsOf, termsOfWord } from './tokenize';
import { HeadlineWords } from './words';

/** What the reader receives says more about their headlines than the table, which is only a start. */
const TABLE_SHARE = 0.25;

/** Below 1: differences in rarity count less than information theory has it. */
const RARITY_POWER = 0.8;

/** A term never seen is not taken for rarer than one of these. */
const UNSEEN_COUNT = 1.5;

/** Headlines assumed of a language without table, so that its first ones do not weigh nothing. */
const UNKNOWN_TOTAL = 500;

/** What a headline is about, as a vector of length one: terms by number, and their shares of it. */
export interface TermVector {
  terms: number[];
  weights: number[];
}

/** What is known of one language. */
interface Tongue {
  name: string;
  /** Headlines, the reader's and the table's share. */
  total: number;
  /** Of these, counted since the counts were given. */
  counted: number;
  terms: Map<string, number>;
  /** Words as they are written, and the terms of each. */
  words: HashIndex;
  stems: number[];
  prefixes: number[];
}

/**
 * Numbers terms and weighs them by how rare they are (inverse document frequency). Words are taken
 * apart on first sight only. Terms carry their language: headlines of two languages share none.
 */
export class Vocabulary {
  private readonly given: ReaderCounts;
  private readonly table: Frequencies;
  private readonly tongues = new Map<string, Tongue>();
  /** Term by term. */
  private readonly texts: string[] = [];
  private readonly tongueOf: Tongue[] = [];
  private readonly wholes: boolean[] = [];
  /** In how many headlines it stood, the reader's and the table's share; and those counted since. */
  private readonly frequencies: number[] = [];
  private readonly counted: number[] = [];
  /** Where it stands in the headline that is read, and which headline it was in last. */
  private readonly places: number[] = [];
  private readonly lastIn: number[] = [];
  /** The terms of the headline that is read, and their shares before rarity; longer than `found`. */
  private readonly terms: number[] = [];
  private readonly factors: number[] = [];
  private found = 0;
  private readonly words = new HeadlineWords();
  private headlines = 0;

  /** @param counts stay as they are: `counts()` gives them with what was counted since */
  constructor(counts: ReaderCounts, table = newsFrequencies()) {
    this.given = counts;
    this.table = table;
  }

  /** A whole word or pair of characters, not only the beginning of a word. */
  isWhole(term: number): boolean {
    return this.wholes[term] ?? false;
  }

  /** @param language null is read as English */
  weigh(title: string, language: string | null): TermVector {
    const tongue = this.tongue(language);
    this.collect(title, tongue);
    const { terms, factors } = this;
    let kept = 0;
    let squares = 0;
    for (let index = 0; index < this.found; index += 1) {
      const term = terms[index] ?? 0;
      const rarity = Math.log((tongue.total + 1) / (this.frequencies[term] ?? 1));
      if (rarity <= 0) continue;
      const weight = (factors[index] ?? 0) * rarity ** RARITY_POWER;
      terms[kept] = term;
      factors[kept] = weight;
      kept += 1;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    for (let index = 0; index < kept; index += 1) factors[index] = (factors[index] ?? 0) / length;
    return { terms: terms.slice(0, kept), weights: factors.slice(0, kept) };
  }

  /** Counts one more headline. */
  count({ terms }: TermVector, language: string | null): void {
    const tongue = this.tongue(language);
    tongue.total += 1;
    tongue.counted += 1;
    for (const term of terms) {
      this.frequencies[term] = (this.frequencies[term] ?? 0) + 1;
      this.counted[term] = (this.counted[term] ?? 0) + 1;
    }
  }

  /** The reader's counts with everything counted in. */
  counts(): ReaderCounts {
    const headlines = new Map(this.given.headlines);
    for (const { name, counted } of this.tongues.values()) {
      if (counted > 0) headlines.set(name, (headlines.get(name) ?? 0) + counted);
    }
    const terms = new Map(this.given.terms);
    for (const [term, counted] of this.counted.entries()) {
      if (counted === 0) continue;
      const key = `${this.tongueOf[term]?.name}:${this.texts[term]}`;
      terms.set(key, (terms.get(key) ?? 0) + counted);
    }
    return { ...this.given, headlines, terms };
  }

  private tongue(language: string | null): Tongue {
    const name = language ?? 'en';
    let tongue = this.tongues.get(name);
    if (!tongue) {
      const read = this.given.headlines.get(name) ?? 0;
      const total = read + (name === 'en' ? this.table.total * TABLE_SHARE : UNKNOWN_TOTAL);
      const words = { words: new HashIndex(), stems: [], prefixes: [] };
      tongue = { name, total, counted: 0, terms: new Map(), ...words };
      this.tongues.set(name, tongue);
    }
    return tongue;
  }

  /** The terms of a headline; each with its greatest weight where it stands more than once. */
  private collect(title: string, tongue: Tongue): void {
    this.headlines += 1;
    this.found = 0;
    const { words } = this;
    words.read(title);
    for (let index = 0; index < words.count; index += 1) {
      const weight = words.weights[index] ?? 0;
      if (words.isUnspaced(index)) {
        for (const pair of pairsOf(words.textOf(index))) {
          this.raise(this.number(tongue, pair), weight);
        }
        continue;
      }
      const word = this.wordAt(index, tongue);
      const stem = tongue.stems[word] ?? NONE;
      const prefix = tongue.prefixes[word] ?? NONE;
      if (stem !== NONE) this.raise(stem, weight);
      if (prefix !== NONE) this.raise(prefix, weight * PREFIX_WEIGHT);
    }
  }

  private raise(term: number, factor: number): void {
    if (this.lastIn[term] === this.headlines) {
      const place = this.places[term] ?? 0;
      this.factors[place] = Math.max(this.factors[place] ?? 0, factor);
      return;
    }
    this.lastIn[term] = this.headlines;
    this.places[term] = this.found;
    this.terms[this.found] = term;
    this.factors[this.found] = factor;
    this.found += 1;
  }

  /** The number of a word of the headline that was read; what is new is taken apart. */
  private wordAt(index: number, tongue: Tongue): number {
    const first = this.words.firstHashes[index] ?? 0;
    const second = this.words.secondHashes[index] ?? 0;
    const known = tongue.words.find(first, second);
    if (known >= 0) return known;
    const found = termsOfWord(this.words.textOf(index), tongue.name);
    tongue.stems.push(found ? this.number(tongue, found.stem) : NONE);
    tongue.prefixes.push(found?.prefix ? this.number(tongue, found.prefix) : NONE);
    return tongue.words.add(first, second);
  }

  private number(tongue: Tongue, text: string): number {
    const known = tongue.terms.get(text);
    if (known !== undefined) return known;
    const term = this.texts.length;
    tongue.terms.set(text, term);
    this.texts.push(text);
    this.tongueOf.push(tongue);
    this.wholes.push(!isPrefixTerm(text));
    this.frequencies.push(this.frequencyOf(tongue.name, text));
    this.counted.push(0);
    this.places.push(0);
    this.lastIn.push(0);
    return term;
  }

  private frequencyOf(language: string, text: string): number {
    const read =
      this.given.terms.size === 0 ? 0 : (this.given.terms.get(`${language}:${text}`) ?? 0);
    const inTable = language === 'en' ? (this.table.byTerm.get(text) ?? 0) : 0;
    return read + inTable * TABLE_SHARE + UNSEEN_COUNT;
  }
}

/** Cosine of two vectors of one vocabulary, 0 to 1. */
export function cosineOf(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [place, term] of a.terms.entries()) {
    const other = b.terms.indexOf(term);
    if (other >= 0) sum += (a.weights[place] ?? 0) * (b.weights[other] ?? 0);
  }
  return sum;
}

import { foldWord } from './fold-word';
import { FIRST_SEED, HashIndex, mixFirst, mixSecond, SECOND_SEED } from './hash-index';
import { LONGEST_STOP_WORD, STOP_LANGUAGES, stopLanguagesOf } from './stop-words';
import { isLetterAt } from './words';

/** Scripts that stand for one language among news feeds, or that need no telling apart. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/[іїєґ]/iu, 'uk'],
  [/[ыэё]/iu, 'ru'],
  [/[پچژگ]/u, 'fa'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Bengali}/u, 'bn'],
  [/\p{sc=Thai}/u, 'th'],
];

const BEYOND_LATIN = /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]/u;

/** A script outweighs any number of stop words: those of Latin appear in names. */
const SCRIPT_EVIDENCE = 3;

/** Less than this could be a name or a word that two languages share. */
const ENOUGH_EVIDENCE = 3;

/**
 * The language that headlines are written in, by script and by its most frequent words.
 * @param titles of one feed, or a single one
 * @returns an ISO 639-1 code; null when the evidence is thin or divided
 */
export function languageOf(titles: readonly string[]): string | null {
  const evidence = LANGUAGES.map(() => 0);
  for (const title of titles) {
    const script = scriptOf(title);
    if (script === null) countStopWords(title, evidence);
    else add(evidence, LANGUAGES.indexOf(script), SCRIPT_EVIDENCE);
  }
  return clearWinner(evidence);
}

/** Those with stop words first, as their bits are. */
const LANGUAGES: string[] = [
  ...new Set([...STOP_LANGUAGES, ...SCRIPTS.map(([, language]) => language)]),
];

function add(evidence: number[], language: number, weight: number): void {
  evidence[language] = (evidence[language] ?? 0) + weight;
}

function clearWinner(evidence: number[]): string | null {
  let winner = 0;
  let most = 0;
  let second = 0;
  for (let language = 0; language < evidence.length; language += 1) {
    const weight = evidence[language] ?? 0;
    if (weight > most) {
      second = most;
      most = weight;
      winner = language;
    } else if (weight > second) second = weight;
  }
  return most < ENOUGH_EVIDENCE || most < second * 2 ? null : (LANGUAGES[winner] ?? null);
}

function scriptOf(title: string): string | null {
  if (!mayBeBeyondLatin(title) || !BEYOND_LATIN.test(title)) return null;
  return SCRIPTS.find(([letters]) => letters.test(title))?.[1] ?? null;
}

/** Latin letters and usual punctuation are told apart without the slow regular expression. */
function mayBeBeyondLatin(title: string): boolean {
  for (let at = 0; at < title.length; at += 1) {
    const unit = title.charCodeAt(at);
    if (unit >= 0x250 && (unit < 0x2000 || unit > 0x206f)) return true;
  }
  return false;
}

function countStopWords(title: string, evidence: number[]): void {
  let at = 0;
  while (at < title.length) {
    let first = FIRST_SEED;
    let second = SECOND_SEED;
    const start = at;
    while (at < title.length && isLetterAt(title, at)) {
      first = mixFirst(first, title.charCodeAt(at));
      second = mixSecond(second, title.charCodeAt(at));
      at += 1;
    }
    if (at > start && at - start <= LONGEST_STOP_WORD) {
      const word = words.find(first, second);
      const bits = word >= 0 ? (bitsOf[word] ?? 0) : learn(title.slice(start, at), first, second);
      if (bits !== 0) countBits(bits, evidence);
    }
    at += 1;
  }
}

function countBits(bits: number, evidence: number[]): void {
  for (let rest = bits; rest !== 0; ) {
    const language = 31 - Math.clz32(rest);
    add(evidence, language, 1);
    rest ^= 1 << language;
  }
}

/** Short words come again and again, and folding is slow: what was found out of those seen before. */
let words = new HashIndex();
let bitsOf: number[] = [];
const MOST_WORDS = 20_000;

function learn(word: string, first: number, second: number): number {
  if (words.size >= MOST_WORDS) {
    words = new HashIndex();
    bitsOf = [];
  }
  const bits = stopLanguagesOf(foldWord(word));
  bitsOf[words.add(first, second)] = bits;
  return bits;
}

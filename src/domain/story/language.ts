import { foldText } from '../topic/fold';
import { languagesOfStopWord } from './stop-words';

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
const WORD = /[\p{L}\p{M}]+/gu;

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
  const evidence = new Map<string, number>();
  for (const title of titles) weigh(title, evidence);
  const [first, second] = [...evidence].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!first || first[1] < ENOUGH_EVIDENCE) return null;
  return second && first[1] < second[1] * 2 ? null : first[0];
}

function weigh(title: string, evidence: Map<string, number>): void {
  const add = (language: string, weight: number) =>
    evidence.set(language, (evidence.get(language) ?? 0) + weight);
  if (BEYOND_LATIN.test(title)) {
    const script = SCRIPTS.find(([letters]) => letters.test(title));
    if (script) {
      add(script[1], SCRIPT_EVIDENCE);
      return;
    }
  }
  for (const [word] of title.matchAll(WORD)) {
    for (const language of languagesOfStopWord(foldText(word).text)) add(language, 1);
  }
}

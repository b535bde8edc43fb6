import { findKicker } from '../article/kicker';
import { foldText } from '../topic/fold';
import { stem } from './stem';
import { isStopWord } from './stop-words';

/** Scripts without spaces between words, and Korean, whose words carry their particles. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;
const WORD = new RegExp(
  `${UNSPACED.source}+|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);

const DIGIT_GROUPS = /(?<=\d)[.,](?=\d{3}(?!\d))/g;
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}/gu;
/** The possessive of English; what French and Italian put before a vowel. */
const CLITIC =
  /['’ʼ](?:s|t|re|ll|ve|d|m)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{L}{1,2}['’ʼ](?=\p{L})/giu;
const CAPITAL = /^\p{Lu}/u;

/** Above this share of capitalized words the headline is set in title case, and a capital says nothing. */
const TITLE_CASE = 0.6;

/** Names tell events apart. */
const NAME_WEIGHT = 1.2;
/** Death tolls and scores change while the event stays. */
const NUMBER_WEIGHT = 0.7;
/** Headlines say first what they are about; the last word weighs this much less. */
const LAST_WORD_LOSS = 0.3;
/** The beginning of a word stands for what stems miss: "Ukraine", "Ukrainian". */
const PREFIX_WEIGHT = 0.25;
const PREFIX_LENGTH = 4;
export const SHORTEST_WITH_PREFIX = 5;

/**
 * What a headline is about: stems, beginnings of words, and pairs of characters where the script has no
 * spaces, each with a weight.
 * @param language changes stop words and endings; null is read as English
 */
export function tokenize(headline: string, language: string | null): Map<string, number> {
  const words = wordsOf(headline);
  const isName = nameTest(words);
  const terms = new Map<string, number>();
  for (const [position, word] of words.entries()) {
    const place = 1 - (LAST_WORD_LOSS * position) / words.length;
    const weight =
      place * (/^\p{N}/u.test(word) ? NUMBER_WEIGHT : isName(word, position) ? NAME_WEIGHT : 1);
    if (UNSPACED.test(word)) addPairs(terms, word, weight);
    else addWord(terms, { word, weight, language: language ?? 'en' });
  }
  return terms;
}

function wordsOf(headline: string): string[] {
  const text = withoutKicker(headline)
    .replace(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replace(DIGIT_GROUPS, '')
    .replace(CLITIC, ' ');
  return text.match(WORD) ?? [];
}

/** "BREAKING:" is no likeness of what is breaking. */
function withoutKicker(headline: string): string {
  const kicker = findKicker(headline, []);
  return kicker === null ? headline : headline.slice(headline.indexOf(kicker) + kicker.length);
}

/** A capital inside the sentence marks a name. */
function nameTest(words: string[]): (word: string, position: number) => boolean {
  const capitalized = words.filter((word) => CAPITAL.test(word)).length;
  const isSentence = capitalized < TITLE_CASE * words.length;
  return (word, position) => isSentence && position > 0 && CAPITAL.test(word);
}

function addWord(
  terms: Map<string, number>,
  { word, weight, language }: { word: string; weight: number; language: string },
): void {
  const folded = foldText(word).text;
  if (isStopWord(folded, language)) return;
  raise(terms, stem(folded, language), weight);
  if (folded.length >= SHORTEST_WITH_PREFIX) {
    raise(terms, prefixTerm(folded), weight * PREFIX_WEIGHT);
  }
}

export function isPrefixTerm(term: string): boolean {
  return term.startsWith('<');
}

/** The term of a word's beginning; the mark keeps it apart from a word of the same letters. */
export function prefixTerm(word: string): string {
  return `<${word.slice(0, PREFIX_LENGTH)}`;
}

function addPairs(terms: Map<string, number>, run: string, weight: number): void {
  const characters = [...foldText(run).text];
  for (let index = 0; index + 1 < characters.length; index += 1) {
    raise(terms, `${characters[index]}${characters[index + 1]}`, weight);
  }
}

function raise(terms: Map<string, number>, term: string, weight: number): void {
  terms.set(term, Math.max(terms.get(term) ?? 0, weight));
}

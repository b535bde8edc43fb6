import { findKicker } from '../article/kicker';
import { FIRST_SEED, mixFirst, mixSecond, SECOND_SEED } from './hash-index';

/** Scripts without spaces between words, and Korean, whose words carry their particles. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;
const OF_WORDS = /[\p{L}\p{N}\p{M}]/u;
const NUMBER = /\p{N}/u;
const CAPITAL = /\p{Lu}/u;

const DIGIT_GROUPS = /(?<=\d)[.,](?=\d{3}(?!\d))/g;
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}/gu;
/** The possessive of English; what French and Italian put before a vowel. */
const CLITIC =
  /['’ʼ](?:s|t|re|ll|ve|d|m)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{L}{1,2}['’ʼ](?=\p{L})/giu;
const MAY_BE_CLITIC = /['’ʼ]/;

/** Above this share of capitalized words the headline is set in title case, and a capital says nothing. */
const TITLE_CASE = 0.6;

/** Names tell events apart. */
const NAME_WEIGHT = 1.2;
/** Death tolls and scores change while the event stays. */
const NUMBER_WEIGHT = 0.7;
/** Headlines say first what they are about; the last word weighs this much less. */
const LAST_WORD_LOSS = 0.3;

/**
 * The words of a headline in their order, without the publisher's own mark. The next headline takes
 * the place of the one before: nothing is made anew for each of many.
 */
export class HeadlineWords {
  count = 0;
  /** How much each word says in this headline. */
  readonly weights: number[] = [];
  readonly firstHashes: number[] = [];
  readonly secondHashes: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly kinds: number[] = [];
  private text = '';

  read(headline: string): void {
    this.text = plainText(headline);
    this.split();
    this.weigh();
  }

  textOf(word: number): string {
    return this.text.slice(this.starts[word], this.ends[word]);
  }

  /** In a script without spaces: a run of words rather than one. */
  isUnspaced(word: number): boolean {
    return this.isA(word, IS_UNSPACED);
  }

  private isA(word: number, kind: number): boolean {
    return ((this.kinds[word] ?? 0) & kind) !== 0;
  }

  private split(): void {
    const { text } = this;
    this.count = 0;
    let at = 0;
    while (at < text.length) {
      const kind = kindAt(text, at);
      if ((kind & IS_WORD) === 0) at += 1;
      else at = this.take(at, kind);
    }
  }

  /** Takes the word that begins there; @returns where it ends. */
  private take(start: number, kind: number): number {
    const { text } = this;
    let first = FIRST_SEED;
    let second = SECOND_SEED;
    let end = start;
    while (end < text.length && (kindAt(text, end) & IS_WORD) === (kind & IS_WORD)) {
      first = mixFirst(first, text.charCodeAt(end));
      second = mixSecond(second, text.charCodeAt(end));
      end += 1;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count] = kind;
    this.firstHashes[this.count] = first;
    this.secondHashes[this.count] = second;
    this.count += 1;
    return end;
  }

  private weigh(): void {
    let capitals = 0;
    for (let word = 0; word < this.count; word += 1) if (this.isA(word, IS_CAPITAL)) capitals += 1;
    const isSentence = capitals < TITLE_CASE * this.count;
    for (let word = 0; word < this.count; word += 1) {
      let weight = 1 - (LAST_WORD_LOSS * word) / this.count;
      if (this.isA(word, IS_NUMBER)) weight *= NUMBER_WEIGHT;
      else if (isSentence && word > 0 && this.isA(word, IS_CAPITAL)) weight *= NAME_WEIGHT;
      this.weights[word] = weight;
    }
  }
}

/** Without the kicker ("BREAKING:" is no likeness of what is breaking) and what hides words. */
function plainText(headline: string): string {
  const kicker = findKicker(headline, []);
  let text = kicker === null ? headline : headline.slice(headline.indexOf(kicker) + kicker.length);
  if (text.includes('.')) {
    text = text.replace(INITIALS, (initials) => initials.replaceAll('.', ''));
  }
  text = text.replace(DIGIT_GROUPS, '');
  return MAY_BE_CLITIC.test(text) ? text.replace(CLITIC, ' ') : text;
}

const IS_KNOWN = 1;
const IS_SPACED = 2;
const IS_UNSPACED = 4;
const IS_WORD = IS_SPACED | IS_UNSPACED;
const IS_NUMBER = 8;
const IS_CAPITAL = 16;

/** By code unit, learned on first sight: asking the regular expressions each time is slow. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  if (unit >= 0xd800 && unit < 0xe000) return learnKind(pairAt(text, at));
  const kind = learnKind(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

/** The character of which the code unit is the first or second half. */
function pairAt(text: string, at: number): string {
  const before = at > 0 ? (text.codePointAt(at - 1) ?? 0) : 0;
  return String.fromCodePoint(before > 0xffff ? before : (text.codePointAt(at) ?? 0));
}

function learnKind(character: string): number {
  const isUnspaced = UNSPACED.test(character);
  const isOfWords = OF_WORDS.test(character);
  return (
    IS_KNOWN |
    (isUnspaced ? IS_UNSPACED : isOfWords ? IS_SPACED : 0) |
    (NUMBER.test(character) ? IS_NUMBER : 0) |
    (CAPITAL.test(character) ? IS_CAPITAL : 0)
  );
}

/** Whether a letter or its mark stands there. */
export function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return (kind & IS_WORD) !== 0 && (kind & IS_NUMBER) === 0;
}

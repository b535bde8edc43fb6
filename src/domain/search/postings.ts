/**
 * The inverted index of one part of the articles, as texts in buckets: which words stand in which of its
 * documents. Each line is a word, a space, and two digits of base 36 for each document.
 */
import { UNSPACED } from '../topic/boundary';
import type { IndexKey } from './index-words';

/** An article as the index knows it. */
export interface SearchDocument {
  articleId: string;
  sortAt: number;
  words: string[];
}

/** So many documents two digits can number. */
export const MOST_DOCUMENTS = 36 * 36;

/** A look-up reads one bucket of every part; more buckets make more records to write. */
export const BUCKETS = 128;

const DIGITS = 2;

/** @param documents the words of each, in their order @returns texts by bucket; the empty ones are left out */
export function writePostings(documents: readonly (readonly string[])[]): Map<number, string> {
  const places = new Map<string, string>();
  for (const [number, words] of documents.entries()) {
    const digits = number.toString(36).padStart(DIGITS, '0');
    for (const word of words) places.set(word, (places.get(word) ?? '') + digits);
  }
  const buckets = new Map<number, string>();
  for (const [word, digits] of places) {
    const bucket = bucketOf(word);
    buckets.set(bucket, `${buckets.get(bucket) ?? '\n'}${word} ${digits}\n`);
  }
  return buckets;
}

/** The documents that have the word, or any that begins so. */
export function readPostings(text: string, { word, isPrefix }: IndexKey): Set<number> {
  const numbers = new Set<number>();
  const start = isPrefix ? `\n${word}` : `\n${word} `;
  for (let line = text.indexOf(start); line !== -1; line = text.indexOf(start, line + 1)) {
    const from = text.indexOf(' ', line) + 1;
    const to = text.indexOf('\n', from);
    for (let at = from; at < to; at += DIGITS) {
      numbers.add(Number.parseInt(text.slice(at, at + DIGITS), 36));
    }
    if (!isPrefix) break;
  }
  return numbers;
}

/**
 * Where a word stands. All words with the same beginning of two letters share a bucket, so that beginnings
 * are found there; where a script has no spaces one character is enough. Feeds are no one's beginning.
 */
export function bucketOf(word: string): number {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const shared = first === '@' ? word : UNSPACED.test(first) ? first : word.slice(0, 2);
  let hash = 0;
  for (let at = 0; at < shared.length; at += 1) {
    hash = (Math.imul(hash, 31) + shared.charCodeAt(at)) | 0;
  }
  return (hash >>> 0) % BUCKETS;
}

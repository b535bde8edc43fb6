import { foldText } from '../topic/fold';

const ASCII = /^[\x20-\x7e]*$/;

/** The word without case and accents; most words need no more than lower case. */
export function foldWord(word: string): string {
  return ASCII.test(word) ? word.toLowerCase() : foldText(word).text;
}

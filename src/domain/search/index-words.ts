import type { Article } from '../model';
import { RUN, SIGN, UNSPACED } from '../topic/boundary';
import type { TopicTerm } from '../topic/query';
import { foldedTexts } from './texts';

/** A key into the index: a word as it stands there, or all that begin so. */
export interface IndexKey {
  word: string;
  isPrefix: boolean;
}

/** Longer ones are addresses and the like: their beginning finds them. */
const LONGEST = 48;

/** The word that stands for a feed in the index; no text has it. */
export function feedWord(feedId: string): string {
  return `@${feedId}`;
}

/**
 * Every word under which an article is found: whole words, pairs of neighbours where a script has no
 * spaces, with the last character of each stretch alone, each sign, and the article's feed.
 */
export function indexWords(article: Parameters<typeof foldedTexts>[0] & Pick<Article, 'feedId'>) {
  const words = new Set([feedWord(article.feedId)]);
  for (const { text } of foldedTexts(article)) {
    for (const [run] of text.matchAll(RUN)) {
      if (!UNSPACED.test(run)) words.add(run.slice(0, LONGEST));
      else for (const word of pairsOf([...run])) words.add(word);
    }
    for (const [sign] of text.matchAll(SIGN)) words.add(sign);
  }
  return [...words];
}

function pairsOf(characters: string[]): string[] {
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/**
 * What an article has in the index when it has this term; it may be there without the term. Signs are asked
 * for where there are no words beside them. None when the term is the first letter of a word: the index does
 * not help.
 */
export function keysOfTerm({ text, isPrefix }: TopicTerm): IndexKey[] {
  const runs = [...text.matchAll(RUN)];
  if (runs.length === 0) return [...text.matchAll(SIGN)].map(([sign]) => keyOfSign(sign));
  return runs.flatMap(([run], index) => {
    const isOpen = isPrefix && index === runs.length - 1 && text.endsWith(run);
    if (UNSPACED.test(run)) return keysOfRun([...run]);
    if (isOpen && [...run].length === 1) return [];
    const isCut = run.length > LONGEST;
    return [{ word: run.slice(0, LONGEST), isPrefix: isOpen && !isCut }];
  });
}

const keyOfSign = (word: string): IndexKey => ({ word, isPrefix: false });

/** Whether a key stands for a sign: what earlier versions put into the index has none of these. */
export function isSignKey({ word }: IndexKey): boolean {
  return word.replace(SIGN, '') === '';
}

/** A character alone begins a pair, unless it is the last of its stretch. */
function keysOfRun(characters: string[]): IndexKey[] {
  if (characters.length === 1) return [{ word: characters.join(''), isPrefix: true }];
  return pairsOf(characters)
    .slice(0, -1)
    .map((word) => ({ word, isPrefix: false }));
}

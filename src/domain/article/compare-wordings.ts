import { diffArrays } from 'diff';

/** A run of words in the order of reading: what was taken out stands before what took its place. */
export interface WordingPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

interface Word {
  /** As written, with the space and punctuation up to the next word. */
  text: string;
  /** What has to differ for a reader to call it another word. */
  essence: string;
}

/** One for all texts, since it is slow to make; how it finds words does not depend on the language given. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** With less in common than this share of the longer wording, marks word by word confuse more than they show. */
const LEAST_IN_COMMON = 0.35;

/**
 * What an edit changed, word by word, in the scripts that have spaces and those that have none (words
 * after Unicode UAX #29). Case, space and punctuation alone are no change: the later wording stands for both.
 * A wording that is mostly new is one removal and one addition. The texts of `same` and `added` parts
 * together are `after`.
 */
export function compareWordings(before: string, after: string): WordingPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), {
    comparator: (a, b) => a.essence === b.essence,
  });
  const parts = changes.map(({ added, removed, value }): WordingPart => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return { kind, text: value.map(({ text }) => text).join('') };
  });
  return isRewritten(parts, Math.max(before.length, after.length))
    ? wholesale(before, after)
    : parts;
}

/** Leaves of long stretches without a change only the words next to one, e.g. for a summary. */
export function shortenContext(parts: WordingPart[], kept: number): WordingPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same' || part.text.length <= 2 * kept) return part;
    const start = index === 0 ? '' : upToWordEnd(part.text, kept);
    const end = index === parts.length - 1 ? '' : fromWordStart(part.text, kept);
    return { ...part, text: `${start}…${end}` };
  });
}

function upToWordEnd(text: string, length: number): string {
  return text.slice(0, length).replace(/(?<=\s)\S*$/, '');
}

function fromWordStart(text: string, length: number): string {
  return text.slice(-length).replace(/^\S*(?=\s)/, '');
}

function wholesale(before: string, after: string): WordingPart[] {
  const parts: WordingPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

function isRewritten(parts: WordingPart[], length: number): boolean {
  const common = parts
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return common < LEAST_IN_COMMON * length;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let lead = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (isWordLike) words.push({ text: lead + segment, essence: essenceOf(segment) });
    else if (last) last.text += segment;
    if (isWordLike) lead = '';
    else if (!last) lead += segment;
  }
  if (words.length === 0 && lead !== '') words.push({ text: lead, essence: lead });
  return words;
}

function essenceOf(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

/**
 * A text without case and accents, for comparing, with the way back: `starts[i]` is where the character of
 * `text[i]` begins in the original, and `starts[text.length]` is the original's length. null: where it
 * begins in `text`.
 */
export interface FoldedText {
  text: string;
  starts: number[] | null;
}

const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
/** Marks that make another letter in these scripts, as vowels do; left out they would change words. */
const MARKS_THAT_COUNT = /[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3099\u309a]/u;

/** Letters that compatibility decomposition does not take apart. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['‐', '-'],
  ['‑', '-'],
]);

/** Folds case and accents: `Ёлка` is `елка`, `Ｆｕｌｌ` is `full`, `naïve` is `naive`. */
export function foldText(original: string): FoldedText {
  if (ASCII.test(original)) return { text: original.toLowerCase(), starts: null };
  const parts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return { text: parts.join(''), starts };
}

/** As the end of a part it takes the accents with it that fold to nothing after its last letter. */
export function placeInOriginal({ starts }: FoldedText, at: number): number {
  return starts === null ? at : (starts[at] ?? starts.at(-1) ?? 0);
}

/** Folding is asked for the same few characters millions of times, and is slow for each. */
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = foldUnknown(character);
    known.set(character, folded);
  }
  return folded;
}

function foldUnknown(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character.toLowerCase();
  if (MARKS_THAT_COUNT.test(character)) return character;
  // What is taken apart may turn out to be capitals, as the sign ℡, or Hangul syllables, which stay whole.
  const bare = character.toLowerCase().normalize('NFKD').toLowerCase().replace(MARKS, '');
  // Some are several letters then: `ŉ` begins with an apostrophe.
  const letters = [...bare].map((letter) => LETTERS.get(letter) ?? letter);
  return letters.join('').normalize('NFC');
}

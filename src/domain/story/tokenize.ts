/** Words that say nothing about the event, in the languages with the most feeds; others do no harm. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be by for from has have in is it its of on or that the to was were will with after over new says ' +
    'der die das und in den von zu mit auf ist im für ein eine des dem nicht nach bei ' +
    'le la les des et en un une du de au aux pour sur dans par est ' +
    'el los las y una del que con por para se ' +
    'и в во не на с со по к из у за от о об для как что это'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What a headline is about, as a set of folded words (pairs of characters where the script has no
 * spaces). First version: words as they are; stems and weights come with the story index.
 */
export function tokenize(headline: string): Set<string> {
  const folded = headline.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const tokens = new Set<string>();
  for (const [word] of folded.matchAll(WORD)) {
    if (CJK.test(word)) addPairs(tokens, word);
    else if (!STOP_WORDS.has(word)) tokens.add(word);
  }
  return tokens;
}

function addPairs(tokens: Set<string>, run: string): void {
  const characters = [...run];
  for (let index = 0; index + 1 < characters.length; index += 1) {
    tokens.add(`${characters[index]}${characters[index + 1]}`);
  }
}

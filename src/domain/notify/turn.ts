import type { Article } from '../model';

type Wordings = Pick<Article, 'title' | 'revisions' | 'updatedAt'>;

/** Less than half of all words shared: another statement, not a better wording. */
const TURN_BELOW = 0.5;

const WORD = /[\p{L}\p{N}]+/gu;

/** Whether the latest edit changed the wording, and not the publisher's time alone. */
export function isReworded({ revisions, updatedAt }: Wordings): boolean {
  const last = revisions.at(-1);
  return last !== undefined && last.replacedAt >= (updatedAt ?? 0);
}

/** Whether the latest edit of an article left little of its headline. */
export function hasTurned({ title, revisions }: Wordings): boolean {
  const earlier = revisions.at(-1)?.title;
  if (earlier === undefined) return false;
  const [before, after] = [wordsOf(earlier), wordsOf(title)];
  const shared = [...before].filter((word) => after.has(word)).length;
  return shared < TURN_BELOW * (before.size + after.size - shared);
}

function wordsOf(headline: string): Set<string> {
  return new Set(headline.normalize('NFKC').toLowerCase().match(WORD));
}

import type { ArticleStatus } from '../model';

/**
 * One status of two for the same article: read when either was read, saved when either was saved, known
 * since the first and listed until the last.
 * @returns undefined when there is none to join
 */
export function joinStatuses(
  a: ArticleStatus | undefined,
  b: ArticleStatus | undefined,
  key: Pick<ArticleStatus, 'articleId' | 'feedId'>,
): ArticleStatus | undefined {
  const [first, second] = [a ?? b, b ?? a];
  if (!first || !second) return undefined;
  return {
    ...first,
    ...key,
    arrivedAt: Math.min(first.arrivedAt, second.arrivedAt),
    knownAs: [...new Set([...first.knownAs, ...second.knownAs])],
    lastSeenAt: Math.max(first.lastSeenAt, second.lastSeenAt),
    readAt: earlier(first.readAt, second.readAt),
    savedAt: earlier(first.savedAt, second.savedAt),
  };
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

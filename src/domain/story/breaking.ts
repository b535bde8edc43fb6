import type { Article, BreakingDecision, BreakingReason } from '../model';

/** What was published longer ago is not breaking any more when it first reaches us. */
export const FRESH_MS = 4 * 3_600_000;

/**
 * Decides whether a story is breaking. First version: a publisher's own mark on a fresh article. The
 * decision, once made, stays with the story and its reasons are stored.
 */
export function decideBreaking(input: {
  /** The story's visible articles. */
  articles: Article[];
  publisherOf: (feedId: string) => string;
  previous: BreakingDecision | null;
  now: number;
}): BreakingDecision | null {
  if (input.previous) return input.previous;
  const reasons: BreakingReason[] = input.articles.flatMap((article) =>
    article.kicker !== null && input.now - article.sortAt <= FRESH_MS
      ? [{ kind: 'kicker', word: article.kicker, publisher: input.publisherOf(article.feedId) }]
      : [],
  );
  return reasons.length > 0 ? { decidedAt: input.now, reasons } : null;
}

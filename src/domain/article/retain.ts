import type { ArticleStatus } from '../model';

const DAY_MS = 86_400_000;

/** Articles are kept this long after they arrived… */
export const KEEP_ARTICLE_MS = 30 * DAY_MS;
/** …and as long as their feed lists them. */
const KEEP_LISTED_MS = 7 * DAY_MS;
/** What was read stays known longer than any feed lists it, so that it never returns as new. */
export const KEEP_STATUS_MS = 180 * DAY_MS;

/** Whether an article that arrived before `now - KEEP_ARTICLE_MS` can go. Saved ones never do. */
export function canDropArticle(status: ArticleStatus | undefined, now: number): boolean {
  if (!status) return true;
  return status.savedAt === null && now - status.lastSeenAt > KEEP_LISTED_MS;
}

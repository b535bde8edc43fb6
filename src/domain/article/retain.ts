import type { ArticleStatus, FeedState } from '../model';

const DAY_MS = 86_400_000;

/** How many days articles may be kept after they arrived… */
export const KEEP_DAYS_CHOICES = [7, 14, 30, 90, 180, 365];
export const DEFAULT_KEEP_DAYS = 30;
/** …and as long as their feed lists them. */
const KEEP_LISTED_MS = 7 * DAY_MS;
/** What was read stays known longer than any feed lists it, so that it never returns as new. */
export const KEEP_STATUS_MS = 180 * DAY_MS;
/** A status is written again only when it says something new by a day: most checks write nothing. */
export const SEEN_PRECISION_MS = DAY_MS;

/** What is none of the choices (damaged, or a newer version's) is the default. */
export function sanitizeKeepDays(value: unknown): number {
  return KEEP_DAYS_CHOICES.find((days) => days === value) ?? DEFAULT_KEEP_DAYS;
}

export function keepArticleMs(keepDays: number): number {
  return keepDays * DAY_MS;
}

/** What is known of the feed; undefined when it is not followed any more. */
type Listing = Pick<FeedState, 'documentAt' | 'succeededAt'> | undefined;

/**
 * When the feed last listed an article. A feed that says "not modified" still lists what its last document
 * listed, however long ago that was read.
 */
export function lastListedAt({ lastSeenAt }: ArticleStatus, listing: Listing): number {
  if (!listing || listing.succeededAt === null) return lastSeenAt;
  const { documentAt, succeededAt } = listing;
  // Not known of what an earlier version read: then it may be listed.
  const isListed = documentAt == null || lastSeenAt > documentAt - SEEN_PRECISION_MS;
  return isListed ? Math.max(lastSeenAt, succeededAt) : lastSeenAt;
}

/** Whether an article that arrived so long ago that it need not be kept can go. Saved ones never do. */
export function canDropArticle(
  status: ArticleStatus | undefined,
  listing: Listing,
  now: number,
): boolean {
  if (!status) return true;
  return status.savedAt === null && now - lastListedAt(status, listing) > KEEP_LISTED_MS;
}

/** Whether what the user did with an article, which itself is not stored any more, can be forgotten. */
export function canDropStatus(status: ArticleStatus, listing: Listing, now: number): boolean {
  return status.savedAt === null && now - lastListedAt(status, listing) > KEEP_STATUS_MS;
}

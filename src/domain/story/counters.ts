import type { Counters, Story } from '../model';

export const NO_COUNTERS: Counters = { unread: 0, saved: 0, unreadByTopic: {}, hiddenByTopic: {} };

type Counted = Pick<Story, 'isUnread' | 'isSaved' | 'isHidden' | 'topicIds' | 'mutedBy'>;

/**
 * Counters after one story changed from `before` to `after` (null: it was not, or is no longer,
 * stored). Adding up changes instead of counting keeps the cost independent of how much is stored.
 */
export function countChange(
  counters: Counters,
  before: Counted | null,
  after: Counted | null,
): Counters {
  const changed = structuredClone(counters);
  if (before) count(changed, before, -1);
  if (after) count(changed, after, 1);
  return changed;
}

function count(counters: Counters, story: Counted, step: 1 | -1): void {
  if (story.isSaved) counters.saved += step;
  if (story.isHidden) {
    for (const topicId of story.mutedBy) bump(counters.hiddenByTopic, topicId, step);
  } else if (story.isUnread) {
    counters.unread += step;
    for (const topicId of story.topicIds) bump(counters.unreadByTopic, topicId, step);
  }
}

function bump(counts: Record<string, number>, key: string, step: 1 | -1): void {
  const value = (counts[key] ?? 0) + step;
  if (value === 0) delete counts[key];
  else counts[key] = value;
}

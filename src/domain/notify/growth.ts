import type { NotificationRecord, Story } from '../model';
import type { NotificationSettings } from './settings';

/** A notification that a person is reading must not change under the eyes all the time. */
export const PACE_MS = 2 * 60_000;

/** For browsers that cannot change a notification but only put another in its place, which comes up anew. */
export const REPLACING_PACE_MS = 30 * 60_000;

/** What is on the screen longer grows no more. */
const GROWING_MS = 24 * 3_600_000;

export interface ShownStory {
  record: NotificationRecord;
  story: Story;
  /** Position in time of the newest of its articles. */
  latestAt: number;
}

/**
 * Notifications to be updated in place, since more publishers carry their story than they say. Never
 * one that was closed, clicked or muted: growth makes nothing pop up again, and costs no budget.
 */
export function planGrowth(
  shown: ShownStory[],
  now: number,
  { silentTopicIds, paceMs }: Pick<NotificationSettings, 'silentTopicIds'> & { paceMs: number },
): NotificationRecord[] {
  return shown.flatMap(({ record, story, latestAt }) => {
    const { publisherCount } = story;
    const hasGrown = publisherCount > record.publisherCount;
    const isPaced = record.grownAt === null || now - record.grownAt >= paceMs;
    const isSilent = story.topicIds.some((topicId) => silentTopicIds.includes(topicId));
    if (!canGrow(record, now) || story.isHidden || !hasGrown || !isPaced || isSilent) return [];
    const spanMs = Math.max(0, latestAt - story.sortAt);
    return [{ ...record, publisherCount, spanMs, grownAt: now, isGrowing: true }];
  });
}

/** About one story, on the screen as far as is known, and not touched by the user. */
export function canGrow(record: NotificationRecord, now: number): boolean {
  const { storyIds, reason, shownAt, clickedAt, closedAt, mutedAt } = record;
  const isUntouched = clickedAt === null && closedAt === null && mutedAt === null;
  const isNews = reason !== 'summary' && reason !== 'corrected' && reason !== 'turned';
  return (
    isNews &&
    isUntouched &&
    storyIds.length === 1 &&
    shownAt !== null &&
    now - shownAt <= GROWING_MS
  );
}

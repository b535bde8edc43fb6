import type { HeldBackReason, HeldStory, NotificationRecord, Story } from '../model';
import { NEWS_MS, newsId } from './judge';

/** What to do about a notification that was decided, but is not known to have been shown. */
export type NextStep = 'show' | 'mark-shown' | 'give-up' | 'postpone' | 'leave';

/**
 * The event of a notification that was dismissed wakes the worker and is on its way then; only after
 * this time its absence says that the notification never came.
 */
export const ATTEMPT_MS = 60_000;

export interface Circumstance {
  /** Stories that are still there and not hidden. */
  storyCount: number;
  isOnScreen: boolean;
  /** The present run of the browser. */
  run: string;
  /** Quiet hours, or nobody to see it. */
  isPaused: boolean;
  now: number;
}

/**
 * An attempt is written down before the browser is asked. Who finds one without its outcome looks at the
 * screen, and at what was closed. After a restart of the browser neither tells anything: then it is given up,
 * since twice would be worse than not at all.
 */
export function nextStep(record: NotificationRecord, around: Circumstance): NextStep {
  const { attemptedAt, attemptedIn, closedAt, decidedAt } = record;
  if (around.isOnScreen || closedAt !== null) return 'mark-shown';
  if (around.storyCount === 0) return 'give-up';
  if (attemptedAt !== null) {
    if (attemptedIn !== around.run) return 'give-up';
    if (around.now - attemptedAt < ATTEMPT_MS) return 'leave';
  }
  const wasDeclined = attemptedAt === null && attemptedIn !== null;
  if (around.now - decidedAt > NEWS_MS) return wasDeclined ? 'give-up' : 'postpone';
  return around.isPaused ? 'postpone' : 'show';
}

/** The stories of a notification that could not come in time: they wait for the next summary. */
export function postponed(
  { notificationId, reason, because }: NotificationRecord,
  stories: Story[],
  { heldBack, now }: { heldBack: HeldBackReason; now: number },
): HeldStory[] {
  return stories.map((story) => ({
    heldId: reason === 'summary' ? newsId(story) : notificationId,
    storyId: story.storyId,
    title: story.lead.title,
    publisher: story.lead.publisher,
    reason: reason === 'summary' ? (story.breaking ? 'breaking' : 'everything') : reason,
    because,
    ...{ heldBack, heldAt: now, isWaiting: true, toldAt: null },
  }));
}

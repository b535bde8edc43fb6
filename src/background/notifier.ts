import { createTurns } from '../domain/in-turn';
import { nextStep, postponed } from '../domain/notify/next-step';
import { isQuiet } from '../domain/notify/quiet-hours';
import {
  changeNotification,
  listGrowingNotifications,
  listPendingNotifications,
  type PendingNotification,
  postponeNotification,
} from '../storage/notifications';
import { browserRun } from './browser-run';
import { speakChosen } from './message-text';
import { optionsFor, testOptions } from './notification-options';
import { notificationRules } from './notification-rules';
import { changeInPlace, listOnScreen, putUp } from './put-up';

export const TEST_ID = 'test';

interface Surroundings {
  onScreen: Record<string, unknown>;
  run: string;
  pause: 'quiet' | 'away' | null;
  now: number;
}

const inTurn = createTurns();

/**
 * Shows what was decided and not yet shown, and lets grow what has grown; one call at a time. Only what
 * really was shown is recorded as shown.
 * @returns how many were shown.
 */
export function showPending(now: number): Promise<number> {
  return inTurn(() => showAll(now));
}

async function showAll(now: number): Promise<number> {
  const pending = await listPendingNotifications();
  const growing = await listGrowingNotifications();
  if (pending.length + growing.length === 0) return 0;
  await speakChosen();
  const around: Surroundings = {
    onScreen: await listOnScreen(),
    run: await browserRun(),
    pause: await pauseAt(now),
    now,
  };
  let shown = 0;
  for (const notification of pending) if (await advance(notification, around)) shown += 1;
  // What changes while nobody is to be disturbed, or looks, shows its last state afterwards.
  if (around.pause === null) for (const notification of growing) await grow(notification, around);
  return shown;
}

async function pauseAt(now: number): Promise<Surroundings['pause']> {
  const { settings, localTimeOf, isLocked } = await notificationRules();
  if (isQuiet(settings.quietHours, localTimeOf(now))) return 'quiet';
  return isLocked ? 'away' : null;
}

/** @returns whether it was shown just now. */
async function advance(
  { record, stories }: PendingNotification,
  { onScreen, run, pause, now }: Surroundings,
): Promise<boolean> {
  const { notificationId } = record;
  const isOnScreen = notificationId in onScreen;
  const around = { storyCount: stories.length, isOnScreen, run, isPaused: pause !== null, now };
  switch (nextStep(record, around)) {
    case 'show': {
      await changeNotification(notificationId, { attemptedAt: now, attemptedIn: run });
      const isShown = await putUp(notificationId, optionsFor(record, stories));
      const outcome = isShown ? { shownAt: now } : { attemptedAt: null };
      await changeNotification(notificationId, outcome);
      return isShown;
    }
    case 'postpone':
      await postponeNotification(
        notificationId,
        postponed(record, stories, { heldBack: pause ?? 'away', now }),
      );
      return false;
    case 'mark-shown':
      await changeNotification(notificationId, { shownAt: record.attemptedAt ?? now });
      return false;
    case 'give-up':
      await changeNotification(notificationId, { expiredAt: now });
      return false;
    case 'leave':
      return false;
  }
}

/** What has left the screen stays away, also when its going was not noticed. */
async function grow(
  { record, stories }: PendingNotification,
  { onScreen, now }: Surroundings,
): Promise<void> {
  const { notificationId } = record;
  const isOnScreen = notificationId in onScreen;
  if (isOnScreen && stories.length > 0) {
    await changeInPlace(notificationId, optionsFor(record, stories));
  }
  const closed = isOnScreen ? {} : { closedAt: now };
  await changeNotification(notificationId, { isGrowing: false, ...closed });
}

/** @returns false when the browser or the system does not let notifications through. */
export async function showTest(): Promise<boolean> {
  await speakChosen();
  return putUp(TEST_ID, testOptions());
}

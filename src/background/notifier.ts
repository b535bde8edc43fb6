import browser from 'webextension-polyfill';
import { isStillNews } from '../domain/notify/plan';
import { changeNotification, listPendingNotifications } from '../storage/notifications';
import { optionsFor, testOptions } from './notification-options';

export const TEST_ID = 'test';

/** The last showing that was begun. */
let showing: Promise<unknown> = Promise.resolve();

/**
 * Shows what was decided and not yet shown. A worker that starts and the refresh that woke it both come
 * here: one after the other, or both would find the same notification pending and show it.
 * @returns how many were shown.
 */
export function showPending(now: number): Promise<number> {
  const result = showing.then(() => showEach(now));
  showing = result.catch(() => undefined);
  return result;
}

/**
 * The id is the decision's own, so showing it again after a crash replaces the first one; only what
 * really was shown is recorded as shown.
 */
async function showEach(now: number): Promise<number> {
  const pending = await listPendingNotifications();
  if (pending.length === 0) return 0;
  const onScreen = await browser.notifications.getAll();
  let shown = 0;
  for (const { record, stories } of pending) {
    const { notificationId } = record;
    if (stories.length === 0 || !isStillNews(record, now)) {
      await changeNotification(notificationId, { expiredAt: now });
      continue;
    }
    if (!(notificationId in onScreen)) {
      await browser.notifications.create(notificationId, optionsFor(record, stories));
      shown += 1;
    }
    await changeNotification(notificationId, { shownAt: now });
  }
  return shown;
}

/** @returns false when the browser or the system does not let notifications through. */
export async function showTest(): Promise<boolean> {
  try {
    await browser.notifications.create(TEST_ID, testOptions());
    return true;
  } catch {
    return false;
  }
}

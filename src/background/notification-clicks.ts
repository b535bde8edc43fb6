import browser from 'webextension-polyfill';
import type { NotificationRecord } from '../domain/model';
import { changeNotification } from '../storage/notifications';
import { setStorySaved } from '../storage/story-changes';
import { announceChange } from './announce';
import { BUTTONS } from './notification-options';
import { TEST_ID } from './notifier';
import { openStory, openTab } from './open-story';
import { listOnScreen, takeDown } from './put-up';

const LIST_PAGE = 'src/ui/page/index.html';

/** Everything needed is read from storage: the worker that showed the notification is long gone. */
export async function onNotificationClicked(notificationId: string): Promise<void> {
  await takeDown(notificationId);
  if (notificationId === TEST_ID) return browser.runtime.openOptionsPage();
  const now = Date.now();
  const record = await changeNotification(notificationId, { clickedAt: now, closedAt: now });
  await open(record);
}

/** Save keeps the stories; Mute ends all further notifications about them. Neither opens anything. */
export async function onNotificationButton(notificationId: string, button: number): Promise<void> {
  await takeDown(notificationId);
  const now = Date.now();
  const pressed = BUTTONS[button];
  const outcome = pressed === 'mute' ? { mutedAt: now } : { clickedAt: now };
  const record = await changeNotification(notificationId, { closedAt: now, ...outcome });
  if (pressed === 'save') {
    for (const storyId of record?.storyIds ?? []) await setStorySaved(storyId, true, now);
  }
  await announceChange();
}

/**
 * Written down, so that nothing that was dismissed ever grows or returns. Replacing a notification in place
 * closes the earlier one in Firefox: what is still on the screen was not dismissed.
 */
export async function onNotificationClosed(notificationId: string): Promise<void> {
  if (notificationId in (await listOnScreen())) return;
  await changeNotification(notificationId, { closedAt: Date.now() });
}

async function open(record: NotificationRecord | null): Promise<void> {
  const [storyId, ...others] = record?.storyIds ?? [];
  if (storyId !== undefined && others.length === 0) {
    await openStory({ storyId, articleId: null, isBehind: false }, 'new-tab');
  } else {
    await openTab(browser.runtime.getURL(LIST_PAGE), 'new-tab');
  }
}

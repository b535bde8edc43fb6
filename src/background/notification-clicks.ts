import browser from 'webextension-polyfill';
import type { NotificationRecord } from '../domain/model';
import { changeNotification } from '../storage/notifications';
import { setStorySaved } from '../storage/story-changes';
import { announceChange } from './announce';
import { TEST_ID } from './notifier';
import { openStory, openTab } from './open-story';

const LIST_PAGE = 'src/ui/popup/index.html';
const SAVE_BUTTON = 1;

/** Everything needed is read from storage: the worker that showed the notification is long gone. */
export async function onNotificationClicked(notificationId: string): Promise<void> {
  await browser.notifications.clear(notificationId);
  if (notificationId === TEST_ID) return browser.runtime.openOptionsPage();
  const record = await changeNotification(notificationId, { clickedAt: Date.now() });
  await open(record);
}

export async function onNotificationButton(notificationId: string, button: number): Promise<void> {
  if (button !== SAVE_BUTTON) return onNotificationClicked(notificationId);
  await browser.notifications.clear(notificationId);
  const now = Date.now();
  const record = await changeNotification(notificationId, { clickedAt: now });
  for (const storyId of record?.storyIds ?? []) await setStorySaved(storyId, true, now);
  await announceChange();
}

async function open(record: NotificationRecord | null): Promise<void> {
  const [storyId, ...others] = record?.storyIds ?? [];
  if (storyId !== undefined && others.length === 0) {
    await openStory({ storyId, articleId: null, isBehind: false });
  } else {
    await openTab(browser.runtime.getURL(LIST_PAGE), true);
  }
}

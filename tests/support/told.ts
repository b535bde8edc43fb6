import type { Browser } from 'webextension-polyfill';
import type { NotificationRecord } from '../../src/domain/model';
import type { BrowserDriver } from './driver';
import { readStored } from './stored';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;
declare const seenIds: Set<string>;

/** Notices every notification from now on: Firefox's own windows close by themselves. */
export function watchNotifications(driver: BrowserDriver): Promise<void> {
  return driver.control.evaluate(() => {
    const ids = new Set<string>();
    Object.assign(globalThis, { seenIds: ids });
    setInterval(async () => {
      for (const id of Object.keys(await browser.notifications.getAll())) ids.add(id);
    }, 100);
  });
}

/** Ids of all notifications that were on the screen since. */
export function seenNotifications(driver: BrowserDriver): Promise<string[]> {
  return driver.control.evaluate(() => [...seenIds]);
}

/** What the extension itself has recorded of its notifications. */
export async function notificationRecords(driver: BrowserDriver): Promise<NotificationRecord[]> {
  return (await readStored(driver, ['notifications'])).notifications;
}

/** The stories that the extension has told of, by its own record; one told twice would be there twice. */
export async function toldStories(driver: BrowserDriver): Promise<string[]> {
  const shown = (await notificationRecords(driver)).filter(({ shownAt }) => shownAt !== null);
  return shown.flatMap(({ storyIds }) => storyIds);
}

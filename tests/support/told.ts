import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver } from './driver';

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

/** Ids of the notifications that the extension has shown, by its own record. */
export function shownNotifications(driver: BrowserDriver): Promise<string[]> {
  return driver.control.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('notifications').objectStore('notifications');
          const reading = store.getAll();
          reading.onsuccess = () => {
            database.close();
            const shown = reading.result.filter(({ shownAt }) => shownAt !== null);
            resolve(shown.map(({ notificationId }) => notificationId));
          };
        };
      }),
  );
}

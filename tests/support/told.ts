import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver } from './driver';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;
declare const seenIds: Set<string>;

/** Notices every notification from now on: Firefox's own windows close after a few seconds. */
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

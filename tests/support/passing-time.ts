import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver, ExtensionPage } from './driver';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/** Simulates that time passes: every feed was checked long ago and is due now. */
export function makeFeedsDue(page: ExtensionPage): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction('feedStates', 'readwrite');
          const store = tx.objectStore('feedStates');
          const reading = store.getAll();
          reading.onsuccess = () => {
            for (const state of reading.result) {
              const checkedAt = state.checkedAt === null ? null : 0;
              store.put({ ...state, checkedAt, nextCheckAt: 0 });
            }
          };
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

/** Lets the refresh alarm ring, as the browser does when its time has come. */
export async function ringAlarm(driver: BrowserDriver): Promise<void> {
  await makeFeedsDue(driver.control);
  await driver.control.evaluate(() =>
    browser.alarms.create('refresh', { when: Date.now() + 200, periodInMinutes: 5 }),
  );
}

/** What the toolbar button says. */
export function badgeText(driver: BrowserDriver): Promise<string> {
  return driver.control.evaluate(() => browser.action.getBadgeText({}));
}

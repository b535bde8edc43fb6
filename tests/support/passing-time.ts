import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver, ExtensionPage } from './driver';
import { readStored } from './stored';
import { waitUntil } from './wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/**
 * Changes or reads the states of all feeds in the extension's own database.
 * @returns whether a check has been scheduled since they were made due.
 */
function feedStates(page: ExtensionPage, mode: 'make due' | 'look'): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction(['feedStates', 'hosts'], 'readwrite');
          const store = tx.objectStore('feedStates');
          const reading = store.getAll();
          reading.onsuccess = () => {
            if (wanted === 'look') return;
            tx.objectStore('hosts').clear();
            for (const state of reading.result) {
              const checkedAt = state.checkedAt === null ? null : 0;
              store.put({ ...state, checkedAt, nextCheckAt: 0 });
            }
          };
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            database.close();
            resolve(reading.result.some(({ nextCheckAt }) => nextCheckAt > 0));
          };
        };
      }),
    mode,
  );
}

/** Simulates that the permanent redirects that were seen had been there for this long. */
export function agePermanentRedirects(page: ExtensionPage, ms: number): Promise<void> {
  return page.evaluate(
    (age) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('feedStates', 'readwrite');
          const store = tx.objectStore('feedStates');
          const reading = store.getAll();
          reading.onsuccess = () => {
            for (const state of reading.result) {
              const { move } = state;
              if (move) move.firstSeenAt -= age;
              store.put(state);
            }
          };
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    ms,
  );
}

/** Simulates that time passes: every feed was checked long ago and is due now, and pauses are over. */
export async function makeFeedsDue(page: ExtensionPage): Promise<void> {
  await feedStates(page, 'make due');
}

/**
 * Lets the refresh alarm ring when feeds are due, until their check has begun. The worker may set the
 * alarm itself at the same moment, since it does so when it starts and after each refresh.
 */
export async function ringAlarm(driver: BrowserDriver): Promise<void> {
  await makeFeedsDue(driver.control);
  await waitUntil('the alarm to start a refresh', async () => {
    if (await feedStates(driver.control, 'look')) return true;
    await driver.control.evaluate(async () => {
      const alarm = await browser.alarms.get('refresh');
      if (alarm && alarm.scheduledTime < Date.now() + 1000) return;
      await browser.alarms.create('refresh', { when: Date.now() + 200, periodInMinutes: 5 });
    });
    return false;
  });
}

/** Until no refresh runs any more. */
export async function waitForRefreshEnd(driver: BrowserDriver): Promise<void> {
  const hasEnded = async () => (await readStored(driver, ['progress'])).progress === null;
  await waitUntil('the end of the refresh', hasEnded);
}

/** What the toolbar button says. */
export function badgeText(driver: BrowserDriver): Promise<string> {
  return driver.control.evaluate(() => browser.action.getBadgeText({}));
}

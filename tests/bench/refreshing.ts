import type { Browser } from 'webextension-polyfill';
import type { RefreshSummary } from '../../src/messaging/protocol';
import type { BrowserDriver } from '../support/driver';
import { waitUntil } from '../support/wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/**
 * Makes the feeds at these addresses due, as if they had been checked long ago, and all others checked
 * a moment ago.
 */
export async function makeOnlyDue(driver: BrowserDriver, addresses: string[]): Promise<void> {
  await driver.control.evaluate(
    (due) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction(['feeds', 'feedStates'], 'readwrite');
          const [feeds, states] = [tx.objectStore('feeds'), tx.objectStore('feedStates')];
          const [readFeeds, readStates] = [feeds.getAll(), states.getAll()];
          readStates.onsuccess = () => {
            const wanted = new Set(due);
            const dueIds = readFeeds.result.filter(({ feedUrl }) => wanted.has(feedUrl));
            const ids = new Set(dueIds.map(({ feedId }) => feedId));
            for (const state of readStates.result) {
              const isDue = ids.has(state.feedId);
              const now = Date.now();
              const checkedAt = isDue ? (state.checkedAt === null ? null : 0) : now;
              states.put({ ...state, checkedAt, nextCheckAt: isDue ? 0 : now + 3_600_000 });
            }
          };
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    addresses,
  );
}

/**
 * Refreshes by the same command as the Refresh button, and times it in the extension's page.
 * @throws Error when another number of feeds was checked
 */
export async function timeRefresh(driver: BrowserDriver, expected: number): Promise<number> {
  const { spent, summary } = await driver.control.evaluate(async () => {
    await browser.alarms.clear('refresh');
    const begin = performance.now();
    const reply = (await browser.runtime.sendMessage({ command: 'refresh', payload: {} })) as {
      answer: RefreshSummary;
    };
    return { spent: performance.now() - begin, summary: reply.answer };
  });
  if (summary.checked !== expected || summary.failed > 0) {
    throw new Error(`Expected ${expected} good checks: ${JSON.stringify(summary)}`);
  }
  return spent;
}

/** A slow and busy machine takes a second for each feed. */
const FIRST_REFRESH_MS = 1_800_000;

/** Follows feeds and waits for the end of their first refresh. @returns milliseconds. */
export async function timeFollowing(driver: BrowserDriver, addresses: string[]): Promise<number> {
  const candidates = addresses.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  const begin = performance.now();
  await driver.control.evaluate(
    (payload) => browser.runtime.sendMessage({ command: 'followFeeds', payload }),
    { candidates },
  );
  await waitUntil(
    'the first refresh',
    () => isRefreshed(driver, addresses.length),
    FIRST_REFRESH_MS,
  );
  return performance.now() - begin;
}

function isRefreshed(driver: BrowserDriver, feedCount: number): Promise<boolean> {
  return driver.control.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const tx = database.transaction(['feedStates', 'records']);
          const states = tx.objectStore('feedStates').getAll();
          const progress = tx.objectStore('records').get('progress');
          tx.oncomplete = () => {
            database.close();
            const checked = states.result.filter(({ succeededAt }) => succeededAt !== null);
            resolve(checked.length >= wanted && !progress.result);
          };
        };
      }),
    feedCount,
  );
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'webextension-polyfill';
import { ATTEMPT_MS } from '../../src/domain/notify/next-step';
import type { BrowserDriver } from './driver';
import { readStored, type Stored } from './stored';
import { waitUntil } from './wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

const POLL_MS = 200;

/** All that the extension has stored, read at one moment. */
export type Snapshot = Stored;

export function takeSnapshot(driver: BrowserDriver): Promise<Snapshot> {
  return readStored(driver, [
    ...(['feeds', 'feedStates', 'articles', 'statuses', 'changes'] as const),
    ...(['stories', 'notifications', 'heldStories', 'counters', 'frontPage', 'progress'] as const),
  ]);
}

/** Until no refresh runs, and every feed that is not gone was checked since it was made due. */
export async function waitForRest(driver: BrowserDriver, timeoutMs: number): Promise<void> {
  let left = 'nothing was read';
  const isAtRest = async () => {
    // Polling must not take the time of the worker, which reads the same database.
    await pause(POLL_MS);
    const { progress, feedStates } = await readStored(driver, ['progress', 'feedStates']);
    const unchecked = feedStates.filter(
      ({ checkedAt, lastError }) => !checkedAt && lastError?.kind !== 'gone',
    );
    left = JSON.stringify({ progress, unchecked: unchecked.slice(0, 3) });
    return progress === null && unchecked.length === 0;
  };
  await waitUntil('the end of the refresh', isAtRest, timeoutMs).catch((error: unknown) => {
    throw new Error(`There is left: ${left}`, { cause: error });
  });
}

/**
 * Until the refresh that the storm has left running is over: what it is told late is the storm's. That of
 * a killed worker ends when the next one starts.
 */
export async function outlastRefresh(driver: BrowserDriver, timeoutMs: number): Promise<void> {
  await driver.control.evaluate(() =>
    browser.alarms.create('refresh', { when: Date.now() + 200, periodInMinutes: 5 }),
  );
  const isOver = async () => {
    await pause(POLL_MS);
    return (await readStored(driver, ['progress'])).progress === null;
  };
  await waitUntil('the last refresh of the storm to be over', isOver, timeoutMs);
}

/** The papers whose feeds are stored as gone. */
export function endedPapers({ feeds, feedStates }: Snapshot): number[] {
  const gone = new Set(
    feedStates.filter(({ lastError }) => lastError?.kind === 'gone').map(({ feedId }) => feedId),
  );
  return feeds.filter(({ feedId }) => gone.has(feedId)).map(({ feedUrl }) => paperOf(feedUrl));
}

export function paperOf(feedUrl: string): number {
  return Number(/\d+$/.exec(feedUrl)?.[0]);
}

/**
 * Until no notification is left alone any more because a worker that was killed might just have shown it:
 * the next refresh decides about it, however soon it comes.
 */
export async function outlastAttempts(driver: BrowserDriver): Promise<void> {
  const areOver = async () => {
    const { notifications } = await readStored(driver, ['notifications']);
    const since = Date.now() - ATTEMPT_MS;
    return notifications.every(
      ({ shownAt, attemptedAt }) => shownAt !== null || (attemptedAt ?? 0) < since,
    );
  };
  await waitUntil('the attempts of killed workers to be over', areOver, 2 * ATTEMPT_MS);
}

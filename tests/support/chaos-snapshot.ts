import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPT_MS } from '../../src/domain/notify/next-step';
import type { BrowserDriver } from './driver';
import { readStored, type Stored } from './stored';
import { waitUntil } from './wait';

const POLL_MS = 200;

/** All that the extension has stored, read at one moment. */
export type Snapshot = Stored;

export function takeSnapshot(driver: BrowserDriver): Promise<Snapshot> {
  return readStored(driver, [
    ...(['feeds', 'feedStates', 'articles', 'statuses', 'changes'] as const),
    ...(['stories', 'notifications', 'heldStories', 'counters', 'frontPage', 'progress'] as const),
  ]);
}

/** Until no refresh runs, and every feed was checked since it was made due. */
export async function waitForRest(driver: BrowserDriver, timeoutMs: number): Promise<void> {
  const isAtRest = async () => {
    // Polling must not take the time of the worker, which reads the same database.
    await pause(POLL_MS);
    const { progress, feedStates } = await readStored(driver, ['progress', 'feedStates']);
    return progress === null && feedStates.every(({ checkedAt }) => (checkedAt ?? 0) > 0);
  };
  await waitUntil('the end of the refresh', isAtRest, timeoutMs);
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

import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Asks until the answer is truthy. An error counts as "not yet" and is told when time is up.
 * @throws Error when it did not come about in time.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms for ${what}; last answer: ${String(last)}`);
    }
    await pause(POLL_MS);
  }
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedError } from '../../../src/domain/errors';
import { LONGEST_WAIT_MS, nextCheckAt } from '../../../src/domain/refresh/next-check';
import { DAY, HOUR, MINUTE, NOW } from '../../support/make';

function wait(change: Partial<Parameters<typeof nextCheckAt>[0]>): number {
  const usual = { now: NOW, intervalMs: null, error: null, errorCount: 0, random: 0.5 };
  return nextCheckAt({ ...usual, ...change }) - NOW;
}

const failing: FeedError = { kind: 'http', status: 500 };

test('usually a quarter of an hour, else what the publisher asks for within bounds', () => {
  expect(wait({})).toBe(15 * MINUTE);
  expect(wait({ intervalMs: HOUR })).toBe(HOUR);
  expect(wait({ intervalMs: 1000 })).toBe(5 * MINUTE);
  expect(wait({ intervalMs: 30 * DAY })).toBe(DAY);
});

test('installations spread out by a tenth', () => {
  expect(wait({ random: 0 })).toBe(13.5 * MINUTE);
  expect(wait({ random: 1 })).toBe(16.5 * MINUTE);
});

test('failures in a row double the wait, up to a day', () => {
  const waits = [1, 2, 3, 20].map((errorCount) => wait({ error: failing, errorCount }));
  expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, DAY]);
});

test('Retry-After is kept when it is later, up to a week', () => {
  const limited = (retryAt: number): FeedError => ({ kind: 'rate-limited', retryAt });
  expect(wait({ error: limited(NOW + 2 * DAY), errorCount: 1 })).toBe(2 * DAY);
  expect(wait({ error: limited(NOW + 1000), errorCount: 1 })).toBe(15 * MINUTE);
  expect(wait({ error: limited(NOW + 400 * DAY), errorCount: 1 })).toBe(7 * DAY);
});

test('offline and a missing permission are not the publisher’s fault', () => {
  expect(wait({ error: { kind: 'offline' } })).toBe(MINUTE);
  expect(wait({ error: { kind: 'permission', origin: '*://rt.example/*' } })).toBe(15 * MINUTE);
});

test('whatever comes, the next check lies ahead and within the longest wait', () => {
  const time = fc.option(fc.integer({ min: -1e15, max: 1e15 }));
  const errors = fc.oneof(
    fc.constant(null),
    fc.constant(failing),
    time.map((retryAt): FeedError => ({ kind: 'rate-limited', retryAt })),
  );
  fc.assert(
    fc.property(
      time,
      errors,
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (intervalMs, error, errorCount, random) => {
        const ms = wait({ intervalMs, error, errorCount, random });
        expect(ms).toBeGreaterThan(0);
        expect(ms).toBeLessThanOrEqual(LONGEST_WAIT_MS);
      },
    ),
  );
});

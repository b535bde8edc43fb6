import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedError } from '../../../src/domain/errors';
import type { Pace } from '../../../src/domain/model';
import {
  floorOf,
  LONGEST_PAUSE_MS,
  LONGEST_WAIT_MS,
  type NextCheckInput,
  nextCheckAt,
} from '../../../src/domain/refresh/next-check';
import { DAY, HOUR, MINUTE, NOW } from '../../support/make';

const UNKNOWN: Pace = {
  intervalMs: null,
  freshMs: null,
  skip: null,
  rhythmMs: null,
  brokeAt: null,
};

function wait(
  pace: Partial<Pace> = {},
  change: Partial<Omit<NextCheckInput, 'pace'>> = {},
): number {
  const plain = { checkEveryMs: null, error: null, errorCount: 0, notBefore: null, random: 0.5 };
  return nextCheckAt({ now: NOW, ...plain, pace: { ...UNKNOWN, ...pace }, ...change }) - NOW;
}

const fault: FeedError = { kind: 'http', status: 500 };

test('without any knowledge a quarter of an hour, else the feed’s own rhythm', () => {
  expect(wait()).toBe(15 * MINUTE);
  expect(wait({ rhythmMs: HOUR })).toBe(HOUR);
});

test('the longest that document and server ask for is the floor, from 5 minutes to a day', () => {
  expect(floorOf({ intervalMs: null, freshMs: null })).toBe(5 * MINUTE);
  expect(floorOf({ intervalMs: 1000, freshMs: 2000 })).toBe(5 * MINUTE);
  expect(floorOf({ intervalMs: HOUR, freshMs: 2 * HOUR })).toBe(2 * HOUR);
  expect(floorOf({ intervalMs: 30 * DAY, freshMs: null })).toBe(DAY);
  expect(wait({ intervalMs: HOUR, rhythmMs: 10 * MINUTE }, { random: 0 })).toBe(HOUR);
  expect(wait({ freshMs: HOUR }, { random: 1 })).toBe(66 * MINUTE);
});

test('the user’s choice takes the place of the rhythm, never of the floor', () => {
  expect(wait({ rhythmMs: HOUR }, { checkEveryMs: 5 * MINUTE, random: 0 })).toBe(5 * MINUTE);
  expect(wait({ rhythmMs: 5 * MINUTE }, { checkEveryMs: 12 * HOUR })).toBe(12 * HOUR);
  expect(wait({ intervalMs: HOUR }, { checkEveryMs: 5 * MINUTE, random: 0 })).toBe(HOUR);
});

test('a feed that lately broke news is looked at sooner, for a week', () => {
  expect(wait({ rhythmMs: HOUR, brokeAt: NOW - DAY })).toBe(10 * MINUTE);
  expect(wait({ rhythmMs: HOUR, brokeAt: NOW - 7 * DAY })).toBe(HOUR);
  expect(wait({ intervalMs: HOUR, brokeAt: NOW }, { random: 0 })).toBe(HOUR);
});

test('installations spread out by a tenth', () => {
  expect(wait({}, { random: 0 })).toBe(13.5 * MINUTE);
  expect(wait({}, { random: 1 })).toBe(16.5 * MINUTE);
});

test('failures in a row double the wait, up to a day', () => {
  const waits = [1, 2, 3, 20].map((errorCount) => wait({}, { error: fault, errorCount }));
  expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, DAY]);
});

test.each<FeedError>([
  { kind: 'http', status: 404 },
  { kind: 'host-not-found' },
  { kind: 'certificate' },
  { kind: 'timeout', limitMs: 20_000 },
  { kind: 'unreachable' },
  { kind: 'blocked' },
  { kind: 'not-a-feed', found: 'html' },
  { kind: 'malformed' },
])('$kind backs off', (error) => {
  expect(wait({ rhythmMs: 5 * MINUTE }, { error, errorCount: 1 })).toBe(15 * MINUTE);
  expect(wait({}, { error, errorCount: 4 })).toBe(2 * HOUR);
});

test('who refuses is asked again in an hour at the earliest', () => {
  expect(wait({}, { error: { kind: 'http', status: 403 }, errorCount: 1 })).toBe(HOUR);
  expect(wait({}, { error: { kind: 'rate-limited', retryAt: null }, errorCount: 2 })).toBe(
    2 * HOUR,
  );
});

test('what is not the publisher’s fault does not lengthen the wait', () => {
  expect(wait({}, { error: { kind: 'offline' }, errorCount: 9 })).toBe(MINUTE);
  const origin = '*://rt.example/*';
  expect(wait({}, { error: { kind: 'permission', origin }, errorCount: 9 })).toBe(15 * MINUTE);
  expect(wait({}, { error: { kind: 'captive' }, errorCount: 9 })).toBe(15 * MINUTE);
});

test('skipped hours and days are waited out', () => {
  // NOW is a Monday, 10:57 GMT.
  const hours = { hours: [11, 12], days: [] };
  expect(wait({ skip: hours })).toBe(15 * MINUTE + 2 * HOUR);
  const monday = wait({ skip: { hours: [], days: [1] } });
  expect(new Date(NOW + monday).getUTCDay()).toBe(2);
});

test('whatever comes, it is never before the floor or a pause and never beyond the limits', () => {
  const ms = fc.option(fc.integer({ min: 0, max: 1e10 }));
  const errors = fc.constantFrom<FeedError | null>(
    null,
    fault,
    { kind: 'http', status: 403 },
    { kind: 'timeout', limitMs: 1 },
    { kind: 'rate-limited', retryAt: null },
    { kind: 'captive' },
  );
  const input = fc.record({
    pace: fc.record({
      intervalMs: ms,
      freshMs: ms,
      rhythmMs: ms,
      brokeAt: fc.option(fc.integer({ min: NOW - 1e10, max: NOW + 1e10 })),
      skip: fc.option(
        fc.record({
          hours: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 23 }),
          days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
        }),
      ),
    }),
    checkEveryMs: fc.option(fc.integer({ min: 1, max: 1e10 })),
    error: errors,
    errorCount: fc.integer({ min: 1, max: 5000 }),
    notBefore: fc.option(fc.integer({ min: NOW - 1e12, max: NOW + 1e12 })),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(input, (one) => {
      const at = nextCheckAt({ now: NOW, ...one });
      expect(at - NOW).toBeGreaterThanOrEqual(floorOf(one.pace));
      expect(at - NOW).toBeLessThanOrEqual(LONGEST_WAIT_MS);
      expect(at).toBeGreaterThanOrEqual(Math.min(one.notBefore ?? 0, NOW + LONGEST_PAUSE_MS));
      const time = new Date(at);
      const isPaused = at === one.notBefore || at === NOW + LONGEST_PAUSE_MS;
      if (!isPaused) expect(one.pace.skip?.hours ?? []).not.toContain(time.getUTCHours());
      if (!isPaused) expect(one.pace.skip?.days ?? []).not.toContain(time.getUTCDay());
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeClock, mendTimes, rememberWrongTime } from '../../../src/domain/refresh/clock';
import { DAY, HOUR, makeStatus, NOW } from '../../support/make';

const YEAR = 365 * DAY;

test('one server that agrees within a day is enough, however wrong others are', () => {
  expect(judgeClock(NOW, [NOW - YEAR, NOW + 2 * HOUR, NOW + YEAR])).toBe(0);
});

test('without an answer nothing is known; when all disagree, their median tells by how much', () => {
  expect(judgeClock(NOW, [])).toBeNull();
  expect(judgeClock(NOW + YEAR, [NOW, NOW - 9 * YEAR, NOW + 1000])).toBe(-YEAR);
  expect(judgeClock(NOW - YEAR, [NOW])).toBe(YEAR);
});

test('refreshes by the same wrong clock are one time; another fault is another', () => {
  const first = rememberWrongTime([], { from: NOW, to: NOW, shiftMs: -YEAR });
  const both = rememberWrongTime(first, { from: NOW + DAY, to: NOW + DAY, shiftMs: -YEAR + 1000 });
  expect(both).toEqual([{ from: NOW, to: NOW + DAY + HOUR, shiftMs: -YEAR }]);
  expect(rememberWrongTime(both, { from: NOW, to: NOW, shiftMs: YEAR })).toHaveLength(2);
});

test('times of the wrong clock are mended, those of the right one and of publishers stay', () => {
  const wrong = { from: NOW + YEAR, to: NOW + YEAR + DAY, shiftMs: -YEAR };
  const status = makeStatus({ lastSeenAt: NOW + YEAR + HOUR, arrivedAt: NOW - DAY, readAt: null });
  expect(mendTimes(status, wrong)).toEqual({ ...status, lastSeenAt: NOW + HOUR });
  const publishers = { publishedAt: NOW + YEAR, updatedAt: NOW + YEAR };
  expect(mendTimes(publishers, wrong)).toEqual(publishers);
});

test('mending keeps the order of what it moves', () => {
  const wrong = { from: NOW, to: NOW + DAY, shiftMs: YEAR };
  const time = fc.integer({ min: NOW, max: NOW + DAY });
  fc.assert(
    fc.property(time, time, (a, b) => {
      const [first, second] = [{ readAt: a }, { readAt: b }].map(
        (it) => mendTimes(it, wrong).readAt,
      );
      expect((second ?? 0) - (first ?? 0)).toBe(b - a);
    }),
  );
});

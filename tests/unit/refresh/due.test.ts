import { expect, test } from 'vitest';
import type { FeedState } from '../../../src/domain/model';
import { dueFeeds, type RefreshMode } from '../../../src/domain/refresh/due';
import { DAY, HOUR, MINUTE, makeFeed, makeFeedState, NOW } from '../../support/make';

const NO_PAUSES = new Map<string, number>();

function isDue(
  change: Partial<FeedState>,
  mode: RefreshMode = 'scheduled',
  pauses = NO_PAUSES,
): boolean {
  const states = new Map([['f1', makeFeedState(change)]]);
  return dueFeeds({ feeds: [makeFeed()], states, pauses, now: NOW, mode }).length === 1;
}

test('a feed is due at its time', () => {
  expect(isDue({ nextCheckAt: NOW })).toBe(true);
  expect(isDue({ nextCheckAt: NOW + 1 })).toBe(false);
});

test('a feed that was never checked is due', () => {
  expect(
    dueFeeds({
      feeds: [makeFeed()],
      states: new Map(),
      pauses: NO_PAUSES,
      now: NOW,
      mode: 'scheduled',
    }),
  ).toHaveLength(1);
});

test('by hand a feed may be checked early, but once a minute at most', () => {
  const nextCheckAt = NOW + HOUR;
  expect(isDue({ nextCheckAt, checkedAt: NOW - MINUTE }, 'manual')).toBe(true);
  expect(isDue({ nextCheckAt, checkedAt: NOW - MINUTE + 1 }, 'manual')).toBe(false);
});

test('by hand a server that asked for longer waits is given five minutes', () => {
  const asking = { nextCheckAt: NOW + HOUR, freshMs: HOUR };
  expect(isDue({ ...asking, checkedAt: NOW - 2 * MINUTE }, 'manual')).toBe(false);
  expect(isDue({ ...asking, checkedAt: NOW - 5 * MINUTE }, 'manual')).toBe(true);
});

test('a host that asked for a pause is left alone, by itself and by hand', () => {
  const pauses = new Map([['rt.example', NOW + HOUR]]);
  expect(isDue({ nextCheckAt: NOW }, 'scheduled', pauses)).toBe(false);
  expect(isDue({ nextCheckAt: NOW }, 'manual', pauses)).toBe(false);
  expect(isDue({}, 'scheduled', new Map([['rt.example', NOW]]))).toBe(true);
  expect(isDue({}, 'scheduled', new Map([['rt.example', NOW + 365 * DAY]]))).toBe(true);
});

test('a feed that last kept us waiting in vain comes after the others', () => {
  const feeds = ['f1', 'f2'].map((feedId) => makeFeed({ feedId }));
  const lastError = { kind: 'timeout', limitMs: 20_000 } as const;
  const states = new Map([
    ['f1', makeFeedState({ feedId: 'f1', nextCheckAt: NOW - DAY, lastError })],
    ['f2', makeFeedState({ feedId: 'f2' })],
  ]);
  const due = dueFeeds({ feeds, states, pauses: NO_PAUSES, now: NOW, mode: 'scheduled' });
  expect(due.map(({ feedId }) => feedId)).toEqual(['f2', 'f1']);
});

test('a server that asked to wait is not asked by hand either', () => {
  const lastError = { kind: 'rate-limited', retryAt: NOW + HOUR } as const;
  expect(isDue({ lastError, nextCheckAt: NOW + HOUR }, 'manual')).toBe(false);
  expect(isDue({ lastError, nextCheckAt: NOW }, 'manual')).toBe(true);
});

test('an ended feed and one being removed are never checked', () => {
  expect(isDue({ lastError: { kind: 'gone' } })).toBe(false);
  const feeds = [makeFeed({ removedAt: NOW })];
  expect(
    dueFeeds({ feeds, states: new Map(), pauses: NO_PAUSES, now: NOW, mode: 'manual' }),
  ).toEqual([]);
});

test('a clock that was set back does not silence a feed for a year', () => {
  expect(isDue({ nextCheckAt: NOW + 365 * DAY })).toBe(true);
  expect(isDue({ nextCheckAt: NOW + 365 * DAY, checkedAt: NOW + 365 * DAY }, 'manual')).toBe(true);
});

test('the longest waiting comes first', () => {
  const feeds = ['f1', 'f2', 'f3'].map((feedId) => makeFeed({ feedId }));
  const states = new Map(
    [3, 1, 2].map((age, index) => {
      const feedId = `f${index + 1}`;
      return [feedId, makeFeedState({ feedId, nextCheckAt: NOW - age * HOUR })];
    }),
  );
  const due = dueFeeds({ feeds, states, pauses: NO_PAUSES, now: NOW, mode: 'scheduled' });
  expect(due.map(({ feedId }) => feedId)).toEqual(['f1', 'f3', 'f2']);
});

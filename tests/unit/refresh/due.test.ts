import { expect, test } from 'vitest';
import type { FeedState } from '../../../src/domain/model';
import { dueFeeds, type RefreshMode } from '../../../src/domain/refresh/due';
import { DAY, HOUR, MINUTE, makeFeed, makeFeedState, NOW } from '../../support/make';

function isDue(change: Partial<FeedState>, mode: RefreshMode = 'scheduled'): boolean {
  const states = new Map([['f1', makeFeedState(change)]]);
  return dueFeeds({ feeds: [makeFeed()], states, now: NOW, mode }).length === 1;
}

test('a feed is due at its time', () => {
  expect(isDue({ nextCheckAt: NOW })).toBe(true);
  expect(isDue({ nextCheckAt: NOW + 1 })).toBe(false);
});

test('a feed that was never checked is due', () => {
  expect(
    dueFeeds({ feeds: [makeFeed()], states: new Map(), now: NOW, mode: 'scheduled' }),
  ).toHaveLength(1);
});

test('by hand a feed may be checked early, but not again at once', () => {
  const nextCheckAt = NOW + HOUR;
  expect(isDue({ nextCheckAt, checkedAt: NOW - MINUTE }, 'manual')).toBe(true);
  expect(isDue({ nextCheckAt, checkedAt: NOW - 1000 }, 'manual')).toBe(false);
});

test('a server that asked to wait is not asked by hand either', () => {
  const lastError = { kind: 'rate-limited', retryAt: NOW + HOUR } as const;
  expect(isDue({ lastError, nextCheckAt: NOW + HOUR }, 'manual')).toBe(false);
  expect(isDue({ lastError, nextCheckAt: NOW }, 'manual')).toBe(true);
});

test('an ended feed and one being removed are never checked', () => {
  expect(isDue({ lastError: { kind: 'gone' } })).toBe(false);
  const feeds = [makeFeed({ removedAt: NOW })];
  expect(dueFeeds({ feeds, states: new Map(), now: NOW, mode: 'manual' })).toEqual([]);
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
  const due = dueFeeds({ feeds, states, now: NOW, mode: 'scheduled' });
  expect(due.map(({ feedId }) => feedId)).toEqual(['f1', 'f3', 'f2']);
});

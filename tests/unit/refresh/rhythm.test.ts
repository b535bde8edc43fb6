import { expect, test } from 'vitest';
import { rhythmOf } from '../../../src/domain/refresh/rhythm';
import { DAY, HOUR, MINUTE, NOW } from '../../support/make';

/** Something every `gap`, the newest `silence` ago. */
function rhythm(gap: number, silence = 0, count = 30): number | null {
  const articles = Array.from({ length: count }, (_, index) => ({
    publishedAt: NOW - silence - index * gap,
    kicker: null,
  }));
  return rhythmOf(articles, NOW).rhythmMs;
}

test('a feed is looked at twice as often as it publishes', () => {
  expect(rhythm(HOUR)).toBe(30 * MINUTE);
  expect(rhythm(30 * MINUTE)).toBe(15 * MINUTE);
});

test('between 5 minutes and 2 hours while it is alive', () => {
  expect(rhythm(MINUTE)).toBe(5 * MINUTE);
  expect(rhythm(DAY)).toBe(2 * HOUR);
});

test('the longer it is silent the less often, at last once a day', () => {
  expect(rhythm(20 * MINUTE, 8 * HOUR)).toBe(HOUR);
  expect(rhythm(20 * MINUTE, 4 * DAY)).toBe(12 * HOUR);
  expect(rhythm(30 * DAY, 300 * DAY)).toBe(DAY);
});

test('times that say nothing are left out', () => {
  expect(rhythm(HOUR, 0, 1)).toBeNull();
  expect(rhythm(0)).toBeNull();
  expect(rhythm(HOUR, -40 * HOUR)).toBeNull();
  expect(rhythmOf([{ publishedAt: null, kicker: null }], NOW)).toEqual({
    rhythmMs: null,
    brokeAt: null,
  });
});

test('the newest mark of breaking news is remembered', () => {
  const articles = [
    { publishedAt: NOW - DAY, kicker: 'BREAKING' },
    { publishedAt: NOW - HOUR, kicker: 'BREAKING' },
    { publishedAt: NOW, kicker: null },
  ];
  expect(rhythmOf(articles, NOW).brokeAt).toBe(NOW - HOUR);
});

import { expect, test } from 'vitest';
import { decayCounts, NO_COUNTS } from '../../../src/domain/story/reader-counts';
import { DAY, NOW } from '../../support/make';

const counts = {
  at: NOW,
  headlines: new Map([['en', 100]]),
  terms: new Map([
    ['en:quake', 8],
    ['en:once', 1],
  ]),
};

test('half is forgotten in two weeks, and what is rare altogether', () => {
  const later = decayCounts(counts, NOW + 15 * DAY);
  expect(later.headlines.get('en')).toBeCloseTo(47.6, 1);
  expect(later.terms.get('en:quake')).toBeCloseTo(3.8, 1);
  expect(later.terms.has('en:once')).toBe(false);
});

test('the given value stays as it was, and a clock set back loses nothing', () => {
  const earlier = decayCounts(counts, NOW - DAY);
  earlier.terms.set('en:new', 1);
  expect(earlier.terms.get('en:quake')).toBe(8);
  expect(earlier.at).toBe(NOW);
  expect(counts.terms.has('en:new')).toBe(false);
  expect(NO_COUNTS.terms.size).toBe(0);
});

test('the record stays small: the rarest go first', () => {
  const terms = new Map(Array.from({ length: 20_000 }, (_, n) => [`en:${n}`, n]));
  const kept = decayCounts({ ...counts, terms }, NOW).terms;
  expect(kept.size).toBe(12_000);
  expect(kept.has('en:19999')).toBe(true);
  expect(kept.has('en:7999')).toBe(false);
});

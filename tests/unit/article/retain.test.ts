import { expect, test } from 'vitest';
import { canDropArticle } from '../../../src/domain/article/retain';
import { DAY, makeStatus, NOW } from '../../support/make';

test('what a feed still lists, and what was saved, stays', () => {
  expect(canDropArticle(makeStatus({ lastSeenAt: NOW - DAY }), NOW)).toBe(false);
  expect(canDropArticle(makeStatus({ lastSeenAt: NOW - 40 * DAY, savedAt: NOW }), NOW)).toBe(false);
  expect(canDropArticle(makeStatus({ lastSeenAt: NOW - 40 * DAY }), NOW)).toBe(true);
});

import { expect, test } from 'vitest';
import { badgeOf } from '../../../src/domain/notify/badge';
import { NO_COUNTERS } from '../../../src/domain/story/counters';

function pageOf(unread: number, feedCount = 2, failing = 0) {
  const counters = { ...NO_COUNTERS, unread };
  return { counters, feedCount, problems: { failing, permission: 0 } };
}

function badge(unread: number, feedCount = 2, failing = 0): string {
  return badgeOf(pageOf(unread, feedCount, failing), 'count').text;
}

test('the badge is the number of unread stories, as far as it fits', () => {
  expect(badge(0)).toBe('');
  expect(badge(7)).toBe('7');
  expect(badge(1000)).toBe('999+');
});

test('an exclamation mark when no feed can be read; some failing are the popup’s to say', () => {
  expect(badge(7, 2, 2)).toBe('!');
  expect(badge(7, 2, 1)).toBe('7');
});

test('nothing before the first feed', () => {
  expect(badge(0, 0, 0)).toBe('');
  expect(badgeOf(null, 'count').text).toBe('');
});

test.each(['dot', 'off'] as const)('as %s it never hides that nothing can be read', (style) => {
  expect(badgeOf(pageOf(7, 2, 2), style).text).toBe('!');
  expect(badgeOf(pageOf(0), style).text).toBe('');
  expect(badgeOf(pageOf(7), style).text).toBe(style === 'dot' ? '•' : '');
});

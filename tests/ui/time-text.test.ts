import { expect, test, vi } from 'vitest';
import {
  agoText,
  clockText,
  dateText,
  dayNameText,
  momentText,
  rowTimeText,
} from '../../src/ui/time-text';
import { HOUR, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const MINUTE = 60_000;
/** Intl puts narrow no-break spaces before AM and PM. */
const plain = (text: string) => text.replace(/\s/g, ' ');

test('a row tells minutes in the first hour and the clock after it', () => {
  expect(rowTimeText(NOW - 20_000, NOW)).toBe('now');
  expect(rowTimeText(NOW - 12 * MINUTE, NOW)).toBe('12 min');
  expect(rowTimeText(NOW - 59 * MINUTE, NOW)).toBe('59 min');
  expect(plain(rowTimeText(NOW - HOUR, NOW))).toBe('11:00 AM');
});

test('a clock that lags behind the publisher shows no negative minutes', () => {
  expect(rowTimeText(NOW + 5 * MINUTE, NOW)).toBe('now');
});

test('distances read as people say them, in both directions', () => {
  expect(agoText(NOW - 10_000, NOW)).toBe('just now');
  expect(agoText(NOW - 2 * MINUTE, NOW)).toBe('2 minutes ago');
  expect(agoText(NOW - 3 * HOUR, NOW)).toBe('3 hours ago');
  expect(agoText(NOW - 26 * HOUR, NOW)).toBe('yesterday');
  expect(agoText(NOW + 20 * MINUTE, NOW)).toBe('in 20 minutes');
});

test('only today and yesterday have names', () => {
  expect(dayNameText(NOW - 11 * HOUR, NOW)).toBe('Today');
  expect(dayNameText(NOW - 13 * HOUR, NOW)).toBe('Yesterday');
  expect(dayNameText(NOW - 37 * HOUR, NOW)).toBeNull();
});

test('a date names its year when it is not this one', () => {
  expect(dateText(NOW, NOW)).toBe('Tuesday, November 24');
  expect(dateText(new Date(2011, 10, 21, 14, 57).getTime(), NOW)).toBe('Monday, November 21, 2011');
});

test('a moment on another day has its date', () => {
  const then = new Date(2011, 10, 21, 10, 57).getTime();
  expect(plain(momentText(then + 4 * HOUR, then))).toBe('2:57 PM');
  expect(plain(momentText(then, NOW))).toBe('Nov 21, 10:57 AM');
  expect(plain(clockText(then))).toBe('10:57 AM');
});

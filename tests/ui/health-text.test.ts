import { expect, test, vi } from 'vitest';
import { healthText } from '../../src/ui/health-text';
import { followed, HOUR, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const stateWith = (sample: Parameters<typeof followed>[1]) => followed('gazette', sample).state;

test('a well feed tells its last and next check', () => {
  expect(healthText(stateWith({}), NOW)).toBe(
    'Checked 2 minutes ago, all well. Next check in 20 minutes.',
  );
});

test('a failing feed tells why first', () => {
  const lastError = { kind: 'unreachable' } as const;
  const text = healthText(stateWith({ lastError, nextCheckAt: NOW - HOUR }), NOW);
  expect(text).toBe(
    'The site does not answer. Check the address, or wait: it will be tried again. Checked 2 minutes ago. Next check soon.',
  );
});

test('a feed that was never checked says so', () => {
  expect(healthText(null, NOW)).toBe('Not checked yet.');
  expect(healthText(stateWith({ checkedAt: null }), NOW)).toBe('Not checked yet.');
});

test('an ended feed has no next check', () => {
  expect(healthText(stateWith({ lastError: { kind: 'gone' } }), NOW)).toBe(
    'The publisher has ended this feed. You can remove it. Checked 2 minutes ago.',
  );
});

test('a feed followed while its host pauses says until when', () => {
  const lastError = { kind: 'rate-limited', retryAt: NOW + HOUR } as const;
  const text = healthText(stateWith({ checkedAt: null, lastError }), NOW);
  expect(text).toMatch(/^The site asks for a pause until 1:00.*Not checked yet\. Next check/);
});

test('a choice that the site does not allow is explained', () => {
  const state = stateWith({ freshMs: HOUR });
  expect(healthText(state, NOW, { checkEveryMs: HOUR / 4 })).toContain(
    'The site asks for at least 1 hour between',
  );
  expect(healthText(state, NOW, { checkEveryMs: HOUR })).not.toContain('asks for');
  expect(healthText(state, NOW, { checkEveryMs: null })).not.toContain('asks for');
});

test('on a full disk no feed is well, and one that has ended only has ended', () => {
  const full = 'The disk is full: what is new cannot be kept until there is space.';
  expect(healthText(stateWith({}), NOW, { isFull: true })).toBe(
    `${full} Checked 2 minutes ago. Next check in 20 minutes.`,
  );
  expect(healthText(null, NOW, { isFull: true })).toBe(`${full} Not checked yet.`);
  const ended = stateWith({ lastError: { kind: 'gone' } });
  expect(healthText(ended, NOW, { isFull: true })).not.toContain('full');
});

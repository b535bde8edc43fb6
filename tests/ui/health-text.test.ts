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
  const text = healthText(stateWith({ lastError: { kind: 'gone' }, nextCheckAt: NOW - HOUR }), NOW);
  expect(text).toBe(
    'The publisher has ended this feed. You can remove it. Checked 2 minutes ago. Next check soon.',
  );
});

test('a feed that was never checked says so', () => {
  expect(healthText(null, NOW)).toBe('Not checked yet.');
  expect(healthText(stateWith({ checkedAt: null }), NOW)).toBe('Not checked yet.');
});

import { expect, test } from 'vitest';
import { DEFAULT_APPEARANCE, sanitizeAppearance } from '../../src/domain/appearance';

test('what is known stays, the rest is the default', () => {
  const stored = { theme: 'dark', density: 'tiny', badge: null, later: 1 };
  expect(sanitizeAppearance(stored)).toEqual({ ...DEFAULT_APPEARANCE, theme: 'dark' });
});

test.each([undefined, null, 'dark', 7, []])('%j is no choice', (stored) => {
  expect(sanitizeAppearance(stored)).toEqual(DEFAULT_APPEARANCE);
});

import { expect, test, vi } from 'vitest';
import { breakingText } from '../../src/ui/breaking-text';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const HOUR = 3_600_000;

test('says in one sentence why a story is breaking', () => {
  const reasons = [
    { kind: 'publishers' as const, count: 4, withinMs: 4 * HOUR, title: 'Quake' },
    { kind: 'burst' as const, ratio: 3.4 },
    { kind: 'severity' as const, word: 'earthquake' },
  ];
  expect(breakingText({ decidedAt: 0, reasons })).toBe(
    'Breaking: 4 publishers told it within 4 hours, it is told 3 times as often as before, ' +
      'and the headline says “earthquake”.',
  );
});

test("names the publisher's own mark", () => {
  const reasons = [{ kind: 'kicker' as const, word: 'Срочно', publisher: 'Вестник' }];
  expect(breakingText({ decidedAt: 0, reasons })).toBe('Breaking: Вестник marked it “Срочно”.');
});

import { expect, test } from 'vitest';
import { notePresence, presenceAt } from '../../../src/domain/notify/presence';
import { DAY, HOUR, NOW } from '../../support/make';

const YEAR = 365 * DAY;

test('a clock that jumps a year ahead and back again leaves nobody away for a year', () => {
  const before = notePresence(null, NOW, false);
  const ahead = notePresence(before, NOW + YEAR, false);
  const right = notePresence(ahead, NOW + HOUR / 6, false);
  expect(presenceAt(right.absences, NOW + HOUR / 6, null)).toBe('here');
  expect(right.absences).toEqual([]);
});

test('who left by a clock that was ahead is away until the return', () => {
  const left = notePresence(notePresence(null, NOW + YEAR, false), NOW + YEAR + 1, true);
  const still = notePresence(left, NOW, true);
  expect(presenceAt(still.absences, NOW, null)).toBe('locked');
  const back = notePresence(still, NOW + HOUR / 4, false);
  expect(presenceAt(back.absences, NOW + HOUR / 4, null)).toBe('returned');
});

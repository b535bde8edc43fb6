import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInputValue, endOfDay } from '../../src/ui/wall-date';

test('the day of a date field is wholly included, in local time', () => {
  expect(endOfDay('2011-11-21')).toBe(new Date(2011, 10, 21, 23, 59, 59, 999).getTime());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
      const end = endOfDay(dateInputValue(at)) ?? 0;
      expect(end).toBeGreaterThanOrEqual(at);
      expect(dateInputValue(end)).toBe(dateInputValue(at));
    }),
  );
});

test.each(['', '2011-13-01', 'tomorrow'])('%j is no date', (value) => {
  expect(endOfDay(value)).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeIn } from '../../../src/domain/notify/local-time';
import { isQuiet, quietEnd } from '../../../src/domain/notify/quiet-hours';
import type { QuietHours, QuietSpan } from '../../../src/domain/notify/settings';
import { HOUR, MINUTE } from '../../support/make';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

const hours = (...spans: QuietSpan[]): QuietHours => ({ isOn: true, spans });
const night = hours({ weekdays: EVERY_DAY, from: 22 * 60, to: 7 * 60 });
const isQuietIn = (zone: string, quiet: QuietHours, at: string) =>
  isQuiet(quiet, localTimeIn(zone)(Date.parse(at)));

test('a night runs across midnight, its end excluded', () => {
  const at = (clock: string) => isQuietIn('UTC', night, `2011-11-21T${clock}Z`);
  expect(['21:59', '22:00', '23:59', '00:00', '06:59', '07:00'].map(at)).toEqual([
    ...[false, true, true, true, true, false],
  ]);
});

test('a span belongs to the weekday on which it begins', () => {
  const friday = hours({ weekdays: [5], from: 23 * 60, to: 9 * 60 });
  expect(isQuietIn('UTC', friday, '2011-11-25T23:30Z')).toBe(true);
  expect(isQuietIn('UTC', friday, '2011-11-26T08:30Z')).toBe(true);
  expect(isQuietIn('UTC', friday, '2011-11-25T08:30Z')).toBe(false);
  expect(isQuietIn('UTC', friday, '2011-11-26T23:30Z')).toBe(false);
});

test('equal ends are a whole day; switched off or without days there is no quiet', () => {
  const sunday = hours({ weekdays: [0], from: 0, to: 0 });
  expect(isQuietIn('UTC', sunday, '2011-11-20T13:00Z')).toBe(true);
  expect(isQuietIn('UTC', sunday, '2011-11-21T00:00Z')).toBe(false);
  expect(isQuietIn('UTC', { ...sunday, isOn: false }, '2011-11-20T13:00Z')).toBe(false);
  expect(isQuietIn('UTC', hours({ weekdays: [], from: 0, to: 0 }), '2011-11-20T13:00Z')).toBe(
    false,
  );
});

test.each([
  // The clock goes from 2 to 3 in spring, and from 3 to 2 in autumn: nights of eight and of ten hours.
  ['Europe/Berlin', '2026-03-28T22:00+01:00', 8],
  ['Europe/Berlin', '2026-10-24T22:00+02:00', 10],
  ['America/New_York', '2026-03-07T22:00-05:00', 8],
  ['America/New_York', '2026-10-31T22:00-04:00', 10],
  // Half an hour, in the other half of the year.
  ['Australia/Lord_Howe', '2026-10-03T22:00+10:30', 8.5],
  ['Asia/Kathmandu', '2026-03-28T22:00+05:45', 9],
])('the night in %s from %s lasts %d hours', (zone, start, length) => {
  const from = Date.parse(start);
  expect(quietEnd(night, from, localTimeIn(zone))).toBe(from + length * HOUR);
});

test('an end that the clock skips is when it goes on', () => {
  const early = hours({ weekdays: EVERY_DAY, from: 60, to: 2 * 60 + 30 });
  const from = Date.parse('2026-03-29T01:15+01:00');
  expect(quietEnd(early, from, localTimeIn('Europe/Berlin'))).toBe(
    Date.parse('2026-03-29T03:00+02:00'),
  );
});

test('quiet without an end has none', () => {
  const always = hours({ weekdays: EVERY_DAY, from: 0, to: 0 });
  expect(quietEnd(always, Date.parse('2026-03-29T01:15Z'), localTimeIn('UTC'))).toBeNull();
});

test('between now and the end it is quiet in every minute, and then it is not', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const span = fc.record({ weekdays: fc.subarray(EVERY_DAY), from: minute, to: minute });
  const start = Date.parse('2026-03-20T00:00Z') / MINUTE;
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.array(span, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: start, max: start + 20 * 24 * 60 }),
      (zone, spans, minutes) => {
        const localTimeOf = localTimeIn(zone);
        const from = minutes * MINUTE;
        const quiet = (at: number) => isQuiet(hours(...spans), localTimeOf(at));
        const end = quietEnd(hours(...spans), from, localTimeOf);
        if (!quiet(from)) return end === from;
        if (end === null) return true;
        for (let at = from; at < end; at += 7 * MINUTE) if (!quiet(at)) return false;
        return !quiet(end) && quiet(end - MINUTE);
      },
    ),
    { numRuns: 60 },
  );
});

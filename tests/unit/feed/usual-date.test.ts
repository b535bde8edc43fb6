import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeedDate } from '../../../src/domain/feed/date';
import { parseUsualDate } from '../../../src/domain/feed/usual-date';

const number = (max: number, digits: number) =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(digits, '0'));
const text = (...parts: (fc.Arbitrary<string> | string)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((written) => written.join(''));

const weekday = fc.constantFrom('', 'Mon, ', 'Tue, ', 'Sun, ');
const month = fc.constantFrom(...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));
const year = fc.constantFrom('0999', '1970', '1999', '2000', '2024', '2026', '9999');
const seconds = fc.option(text(':', number(61, 2)), { nil: '' });
const sign = fc.constantFrom('+', '-');
const rssZone = fc.oneof(fc.constant('GMT'), text(sign, number(26, 2), number(59, 2)));
const atomZone = fc.oneof(fc.constant('Z'), text(sign, number(26, 2), ':', number(59, 2)));
const fraction = fc.constantFrom('', '.0', '.123', '.999999');

const rss = text(
  ...[weekday, number(32, 1), ' ', month, ' ', year, ' '],
  ...[number(25, 2), ':', number(60, 2), seconds, ' ', rssZone],
);
const atom = text(
  ...[year, '-', number(13, 2), '-', number(32, 2), 'T'],
  ...[number(25, 2), ':', number(60, 2), ':', number(61, 2), fraction, atomZone],
);

test.each([
  ['RSS', rss],
  ['Atom', atom],
])('dates of %s say the same whether they are guessed at or not', (_, date) => {
  fc.assert(
    fc.property(date, (written) => {
      // With a space before it, a date has to be guessed at.
      expect(parseUsualDate(` ${written}`)).toBe(null);
      expect(parseFeedDate(written)).toBe(parseFeedDate(` ${written}`));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['Mon, 05 Jan 2026 12:00:00 GMT', '2026-01-05T12:00:00.000Z'],
  ['5 Jan 2026 12:00 -0130', '2026-01-05T13:30:00.000Z'],
  ['2026-01-05T12:00:00Z', '2026-01-05T12:00:00.000Z'],
  ['2026-01-05T12:00:00.999+02:00', '2026-01-05T10:00:00.000Z'],
])('%s is usual', (written, expected) => {
  expect(new Date(parseUsualDate(written) ?? 0).toISOString()).toBe(expected);
});

import { expect, test } from 'vitest';
import { readDate, startOf, writeDate } from '../../../src/domain/search/date';

const NOW = new Date(2026, 2, 31, 15, 30).getTime();

test.each([
  ['2026-11-20', [2026, 11, 20, 0]],
  ['2026/1/2', [2026, 1, 2, 0]],
  ['2026-11', [2026, 11, 1, 0]],
  ['2026', [2026, 1, 1, 0]],
  ['20.11.2026', [2026, 11, 20, 0]],
  ['today', [2026, 3, 31, 0]],
  ['Yesterday', [2026, 3, 30, 0]],
  ['7d', [2026, 3, 24, 0]],
  ['2w', [2026, 3, 17, 0]],
  ['1m', [2026, 2, 28, 0]],
  ['2y', [2024, 3, 31, 0]],
  ['2h', [2026, 3, 31, 13]],
])('%s begins at its local midnight', (written, [year = 0, month = 0, day = 0, hour = 0]) => {
  const date = readDate(written);
  if (!date) throw new Error('not read');
  const minutes = hour === 0 ? 0 : 30;
  expect(startOf(date, NOW)).toBe(new Date(year, month - 1, day, hour, minutes).getTime());
  expect(readDate(writeDate(date))).toEqual(date);
});

test.each(['', '2026-13', '2026-02-30', '30.02.2026', '1.2', '2026-1/2', '0000', '7', '7 d', 'dd'])(
  '%j is no date',
  (written) => {
    expect(readDate(written)).toBeNull();
  },
);

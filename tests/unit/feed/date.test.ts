import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeedDate } from '../../../src/domain/feed/date';

const iso = (text: string): string | null => {
  const at = parseFeedDate(text);
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
};

test.each([
  ['Mon, 09 Feb 2026 10:15:30 GMT', '2026-02-09T10:15:30Z'],
  ['9 Feb 2026 10:15 +0100', '2026-02-09T09:15:00Z'],
  ['Mon, 09 Feb 2026 10:15:30 EST', '2026-02-09T15:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 PDT', '2026-02-09T17:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 CEST', '2026-02-09T08:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 MSK', '2026-02-09T07:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 Z', '2026-02-09T10:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 GMT+0100', '2026-02-09T09:15:30Z'],
  ['Mon, 09 Feb 2026 10:15:30 +0100 (CET)', '2026-02-09T09:15:30Z'],
  ['Mon, 09-Feb-26 10:15:30', '2026-02-09T10:15:30Z'],
  ['Tue, 26 Apr 94 07:00:00 GMT', '1994-04-26T07:00:00Z'],
  ['Mon, 09 Feb 2026', '2026-02-09T00:00:00Z'],
  ['Thu Jan  1 19:48:21 EST 2004', '2004-01-02T00:48:21Z'],
  ['January 5, 2004 7:05 PM', '2004-01-05T19:05:00Z'],
  ['Sun, 31 Dec 2006 24:00:00 GMT', '2007-01-01T00:00:00Z'],
  ['Montag, 9. Februar 2026 10:15:30 +0100', '2026-02-09T09:15:30Z'],
  ['Пн, 09 фев 2026 10:15:30 +0300', '2026-02-09T07:15:30Z'],
  ['9 août 2026 10:15', '2026-08-09T10:15:00Z'],
  ['mar. 10 févr. 2026 10:15', '2026-02-10T10:15:00Z'],
  ['maandag 9 februari 2026 10:15', '2026-02-09T10:15:00Z'],
  ['9 listopada 2026 10:15', '2026-11-09T10:15:00Z'],
  ['9 de fevereiro de 2026', '2026-02-09T00:00:00Z'],
  ['Mon, 9 Feb 2026 10:15:30 MAGT', '2026-02-08T23:15:30Z'],
  ['Mo., 09.02.2026 10:15', '2026-02-09T10:15:00Z'],
  ['2026年2月9日 10:15', '2026-02-09T10:15:00Z'],
  ['2004년 05월 28일 오후 01:31:15', '2004-05-28T04:31:15Z'],
  ['2/9/2026 10:15', '2026-02-09T10:15:00Z'],
  ['29/1/2026 10:15', '2026-01-29T10:15:00Z'],
  ['09.02.2026 10:15', '2026-02-09T10:15:00Z'],
])('words: %s', (text, expected) => {
  expect(iso(text)).toBe(expected);
});

test.each([
  ['2026-02-09T10:15:30Z', '2026-02-09T10:15:30Z'],
  ['2026-02-09T10:15:30.538+10:00', '2026-02-09T00:15:30Z'],
  ['2026-02-09t10:15:30z', '2026-02-09T10:15:30Z'],
  ['2026-02-09 10:15:30', '2026-02-09T10:15:30Z'],
  ['2026-02-09 10:15:30 UTC', '2026-02-09T10:15:30Z'],
  ['2026-02-09T10:15+0100', '2026-02-09T09:15:00Z'],
  ['20260209T101530Z', '2026-02-09T10:15:30Z'],
  ['2026-02-09', '2026-02-09T00:00:00Z'],
  ['2026-02', '2026-02-01T00:00:00Z'],
  ['2026', '2026-01-01T00:00:00Z'],
])('ISO 8601: %s', (text, expected) => {
  expect(iso(text)).toBe(expected);
});

test.each([
  '',
  '   ',
  'N/A',
  'yesterday',
  '0000-00-00T00:00:00Z',
  'Mon, 99 Foo 2026 99:99:99 GMT',
  '30 Feb 2026 10:00 GMT',
  '2026-13-01',
  '::',
  'T',
  '&#8211;',
  '1',
])('unreadable, and so no date: %s', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});

test('what was not given is no date', () => {
  expect(parseFeedDate(null)).toBeNull();
});

test('reads back what JavaScript writes, in both usual forms', () => {
  const seconds = fc.integer({ min: Date.UTC(1950, 0) / 1_000, max: Date.UTC(2200, 0) / 1_000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const date = new Date(second * 1_000);
      expect(parseFeedDate(date.toUTCString())).toBe(date.getTime());
      expect(parseFeedDate(date.toISOString())).toBe(date.getTime());
    }),
  );
});

test('any text gives a time or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      const at = parseFeedDate(text);
      expect(at === null || Number.isFinite(at)).toBe(true);
    }),
  );
});

import { type CalendarDay, HOUR_MS, MINUTE_MS, momentOf } from './moment';
import { monthOf } from './month-names';
import { spellDate } from './spell-date';
import { ZONE_OFFSETS_MS } from './time-zones';
import { parseUsualDate } from './usual-date';

/** Longer texts are no dates. */
const MAX_LENGTH = 100;
const KOREA_MS = 9 * HOUR_MS;

/** ISO 8601 (RFC 3339 and W3C-DTF), also without dashes, with a space for the T, or only the year. */
const ISO =
  /^(\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?(?:(?:\s*T\s*|\s+)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?)?\s*(.*)$/i;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\b\.?)?/i;
const OFFSET = /([+\-\u2212])(\d{1,2}):?(\d{2})?(?!\d)/;
/** What cannot follow a day in ISO 8601: other letters than those of zones, a week, a dot. */
const NO_ZONE = /[^\s\w()+\-\u2212:/]|[a-z]\d/i;
const EAST_ASIAN = /^(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]/;
const NUMERIC = /^(?:\p{L}+[.,]{0,2} )?(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})\b/u;

/**
 * The moment a feed's date names, in epoch milliseconds: RFC 822 with the mistakes publishers make in it,
 * ISO 8601, month names of some twenty languages. A date without a zone is taken as UTC, one without a
 * time as the beginning of the day. Fractions of seconds are dropped.
 * @returns null for what cannot be read with certainty; never the present time
 */
export function parseFeedDate(text: string | null): number | null {
  if (text === null || text.length > MAX_LENGTH) return null;
  return parseUsualDate(text) ?? parseUnusualDate(text);
}

function parseUnusualDate(text: string): number | null {
  const date = spellDate(text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  return parseIso(date) ?? parseWords(date);
}

function parseIso(date: string): number | null {
  const match = ISO.exec(date);
  if (match === null) return null;
  const [, year, month = '1', day = '1', hours = '0', minutes = '0', seconds = '0', rest = ''] =
    match;
  const offset = rest === '' ? 0 : NO_ZONE.test(rest) ? null : offsetOf(rest);
  if (offset === null) return null;
  const calendarDay = { year: Number(year), month: Number(month) - 1, day: Number(day) };
  return momentOf(calendarDay, [hours, minutes, seconds], offset);
}

/** A day, a month's name and a year in any order, a time and a zone after it. */
function parseWords(date: string): number | null {
  const clock = CLOCK.exec(date);
  const before = clock === null ? date : date.slice(0, clock.index);
  const after = clock === null ? '' : date.slice(clock.index + clock[0].length);
  const offset = offsetOf(after);
  const dayText = `${before} ${after.replace(OFFSET, ' ')}`.trim();
  const month = lastMonth(before) ?? lastMonth(after);
  const day = readNumbers(dayText) ?? readNames(dayText, month);
  if (day === null) return null;
  const time = clock === null ? [] : twentyFourHours(clock, before);
  // Only Korea writes 년, and its time is the one meant.
  const assumed = date.includes('년') ? KOREA_MS : 0;
  return momentOf(day, time, offset ?? assumed);
}

/** Dates of numbers alone. With slashes the month is first, as in the United States, if it can be. */
function readNumbers(text: string): CalendarDay | null {
  const eastAsian = EAST_ASIAN.exec(text);
  if (eastAsian !== null) {
    const [year, month, day] = eastAsian.slice(1).map(Number);
    return toDay(year, month, day);
  }
  const match = NUMERIC.exec(text);
  if (match === null) return null;
  const [first, second, third] = [match[1], match[3], match[4]].map(Number);
  if ((match[1] ?? '').length === 4) return toDay(first, second, third);
  const year = fullYear(match[4] ?? '');
  const isMonthFirst = match[2] === '/' && (first ?? 0) <= 12;
  return isMonthFirst ? toDay(year, first, second) : toDay(year, second, first);
}

function toDay(year = Number.NaN, month = Number.NaN, day = Number.NaN): CalendarDay {
  return { year, month: month - 1, day };
}

function readNames(text: string, month: number | null): CalendarDay | null {
  const numbers = text.match(/\d+/g) ?? [];
  const dayIndex = numbers.findIndex((digits) => digits.length <= 2 && Number(digits) <= 31);
  const [day] = numbers.splice(dayIndex, 1);
  const [year] = numbers;
  if (month === null || dayIndex === -1 || day === undefined || year === undefined) return null;
  return { year: fullYear(year), month, day: Number(day) };
}

/** The last one, since weekdays come first and some read like months: French `mar`, Dutch `maandag`. */
function lastMonth(text: string): number | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.map(monthOf).findLast((month) => month !== null) ?? null;
}

/** RFC 5322, 4.3: two digits up to 49 are in this century, three count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900);
  return digits.length === 3 ? year + 1900 : year;
}

/** Korean writes 오전 (before noon) and 오후 (after noon) before the time. */
function twentyFourHours(clock: RegExpExecArray, before: string): string[] {
  const [, hours = '', minutes = '', seconds = '0', half] = clock;
  const isAfternoon = half?.toLowerCase() === 'p' || before.includes('오후');
  const isMorning = half?.toLowerCase() === 'a' || before.includes('오전');
  if (!isAfternoon && !isMorning) return [hours, minutes, seconds];
  return [String((Number(hours) % 12) + (isAfternoon ? 12 : 0)), minutes, seconds];
}

/** The offset from UTC in milliseconds: a number wins over a name. @returns null when neither is there */
function offsetOf(zone: string): number | null {
  const match = OFFSET.exec(zone);
  if (match !== null) {
    const [, sign, hours, minutes = '0'] = match;
    const offset = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
    return sign === '+' ? offset : -offset;
  }
  const names = zone.toUpperCase().match(/[A-Z]+/g) ?? [];
  return (
    names.map((name) => ZONE_OFFSETS_MS.get(name)).find((value) => value !== undefined) ?? null
  );
}

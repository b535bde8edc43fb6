export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export interface CalendarDay {
  year: number;
  /** From 0. */
  month: number;
  day: number;
}

/**
 * @param time hours, minutes and seconds as written, each 0 when absent
 * @param offset from UTC in milliseconds
 * @returns epoch milliseconds; null for a day that is not in the calendar, and for what is out of range
 */
export function momentOf(day: CalendarDay, time: string[], offset: number): number | null {
  if (Math.abs(offset) > DAY_MS) return null;
  const at = dayStart(day) + timeOfDay(time) - offset;
  return Number.isNaN(at) ? null : at;
}

/** @returns NaN for a day that is not in the calendar */
function dayStart({ year, month, day }: CalendarDay): number {
  const at = Date.UTC(year, month, day);
  const date = new Date(at);
  const isReal = date.getUTCMonth() === month && date.getUTCDate() === day;
  return isReal && year >= 1000 && year <= 9999 ? at : Number.NaN;
}

/** Milliseconds since the beginning of the day; 24:00 and leap seconds count. NaN when out of range. */
function timeOfDay([hours = '0', minutes = '0', seconds = '0']: string[]): number {
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 24 || minute > 59 || second > 60) return Number.NaN;
  return hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
}

import type { LocalTime, LocalTimeOf } from './local-time';
import type { QuietHours, QuietSpan } from './settings';

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 24 * 60;
const DAYS_A_WEEK = 7;

/**
 * Whether notifications are held back at this moment. Asks the wall clock alone: an hour that the
 * clock skips in spring cannot be quiet, and one that it repeats in autumn is quiet twice.
 */
export function isQuiet({ isOn, spans }: QuietHours, local: LocalTime): boolean {
  return isOn && spans.some((span) => minutesLeft(span, local) > 0);
}

/**
 * The first moment that is not quiet, from a quiet one on, to the minute.
 * @returns null when it stays quiet for a week and more.
 */
export function quietEnd(hours: QuietHours, from: number, localTimeOf: LocalTimeOf): number | null {
  const quietAt = (at: number) => isQuiet(hours, localTimeOf(at));
  const limit = from + (DAYS_A_WEEK + 1) * MINUTES_A_DAY * MINUTE_MS;
  let at = from - (from % MINUTE_MS);
  while (quietAt(at)) {
    const local = localTimeOf(at);
    at += Math.max(...hours.spans.map((span) => minutesLeft(span, local))) * MINUTE_MS;
    if (at > limit) return null;
  }
  // Where the clock was put forward on the way, the wall clock is further than time is.
  while (at - MINUTE_MS > from && !quietAt(at - MINUTE_MS)) at -= MINUTE_MS;
  return at;
}

/** Minutes by the wall clock until the span ends; 0 outside of it. */
function minutesLeft({ weekdays, from, to }: QuietSpan, { weekday, minutes }: LocalTime): number {
  const length = to > from ? to - from : to - from + MINUTES_A_DAY;
  const yesterday = (weekday + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  const sinceToday = weekdays.includes(weekday) ? minutes - from : -1;
  const sinceYesterday = weekdays.includes(yesterday) ? minutes + MINUTES_A_DAY - from : -1;
  const left = [sinceToday, sinceYesterday]
    .filter((since) => since >= 0 && since < length)
    .map((since) => length - since);
  return Math.max(0, ...left);
}

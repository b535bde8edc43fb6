import { locale, t } from './i18n';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Making a formatter costs more than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale(), options);
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

/** Midnight, local time. Days are compared by it, since a day of 23 or 25 hours is still one day. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

export function clockText(at: number): string {
  return format(at, { timeStyle: 'short' });
}

/** Exact, for tooltips: "Monday, November 21, 2011 at 10:57 AM". */
export function exactText(at: number): string {
  return format(at, { dateStyle: 'full', timeStyle: 'short' });
}

/** For lists of a week: "Mon, Nov 21, 10:57 AM". */
export function weekMomentText(at: number): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return format(at, { ...date, hour: 'numeric', minute: '2-digit' });
}

/** The clock alone on the same day as `reference`, else with the date. */
export function momentText(at: number, reference: number): string {
  if (startOfDay(at) === startOfDay(reference)) return clockText(at);
  return format(at, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
}

/** A story's time below its day's heading: "12 min" in the first hour, then the clock. */
export function rowTimeText(at: number, now: number): string {
  const age = now - at;
  if (age >= HOUR_MS) return clockText(at);
  if (age < MINUTE_MS) return t('timeNow');
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
  }).format(Math.floor(age / MINUTE_MS));
}

/** The same where no day stands above: with the date when it is not today. */
export function rowMomentText(at: number, now: number): string {
  return now - at < HOUR_MS ? rowTimeText(at, now) : momentText(at, now);
}

/** "2 minutes ago", "in 3 hours", "yesterday"; "just now" within a minute. */
export function agoText(at: number, now: number): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE_MS) return t('timeJustNow');
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (size < HOUR_MS) return relative.format(Math.trunc(distance / MINUTE_MS), 'minute');
  if (size < DAY_MS) return relative.format(Math.trunc(distance / HOUR_MS), 'hour');
  return relative.format(Math.trunc(distance / DAY_MS), 'day');
}

/** "15 minutes", "3 hours", "1 day": a length in its largest unit, rounded up. */
export function durationText(ms: number): string {
  const [value, unit] =
    ms < HOUR_MS
      ? [ms / MINUTE_MS, 'minute']
      : ms < DAY_MS
        ? [ms / HOUR_MS, 'hour']
        : [ms / DAY_MS, 'day'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(value),
  );
}

/** "Today", "Yesterday"; null for other days. */
export function dayNameText(at: number, now: number): string | null {
  const day = startOfDay(at);
  if (day === startOfDay(now)) return t('dayToday');
  return day === startOfDay(startOfDay(now) - 1) ? t('dayYesterday') : null;
}

/** A day's date, with its year when it is not this one. */
export function dateText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

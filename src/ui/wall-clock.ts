import { locale } from './i18n';

/** Minutes since midnight as a field of the type `time` has them: "22:05". */
export function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** @returns null for what is not (yet) a time. */
export function minutesOf(clock: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** 0 is Sunday. */
export function weekdayName(day: number, weekday: 'long' | 'short'): string {
  // 4 January 1970 was a Sunday.
  const at = Date.UTC(1970, 0, 4 + day);
  return new Intl.DateTimeFormat(locale(), { weekday, timeZone: 'UTC' }).format(at);
}

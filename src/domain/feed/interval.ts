import type { SkipTimes } from '../model';
import type { SyNs } from './feedsmith';

const MINUTE_MS = 60_000;

/** Lengths of `sy:updatePeriod` (RDF Site Summary 1.0, module Syndication). */
const PERIODS_MS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60 * MINUTE_MS],
  ['daily', 24 * 60 * MINUTE_MS],
  ['weekly', 7 * 24 * 60 * MINUTE_MS],
  ['monthly', 30 * 24 * 60 * MINUTE_MS],
  ['yearly', 365 * 24 * 60 * MINUTE_MS],
]);

/**
 * How long the publisher asks to wait between checks, in milliseconds; null when it asks for nothing. The
 * longer of the two, when it says both.
 * @param ttl RSS `ttl`, in minutes
 * @param syndication `sy:*`; the default period is a day and the default frequency once (its module)
 */
export function intervalOf(
  ttl: number | undefined,
  syndication: SyNs.Feed<string> | undefined,
): number | null {
  const asked = [ttlInterval(ttl), syndication === undefined ? null : syInterval(syndication)];
  const known = asked.filter((interval) => interval !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function ttlInterval(ttl: number | undefined): number | null {
  const isAsked = ttl !== undefined && Number.isFinite(ttl) && ttl > 0;
  return isAsked ? Math.round(ttl * MINUTE_MS) : null;
}

function syInterval({
  updatePeriod = 'daily',
  updateFrequency = 1,
}: SyNs.Feed<string>): number | null {
  const period = PERIODS_MS.get(updatePeriod.trim().toLowerCase());
  if (period === undefined || !(updateFrequency > 0)) return null;
  return Math.round(period / updateFrequency);
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The times of RSS 2.0 `skipHours` (0 to 23 GMT; 24 is the midnight of RSS 0.92) and `skipDays` (English
 * names). What would skip everything asks for nothing that can be kept, and is left out.
 */
export function skipTimesOf(
  hours: number[] | undefined,
  days: string[] | undefined,
): SkipTimes | null {
  const isHour = (hour: number) => Number.isInteger(hour) && hour >= 0 && hour <= 24;
  const skip = {
    hours: [...new Set((hours ?? []).filter(isHour).map((hour) => hour % 24))],
    days: [...new Set((days ?? []).map((day) => DAYS.indexOf(day.trim().toLowerCase())))],
  };
  skip.days = skip.days.filter((day) => day >= 0);
  if (skip.hours.length === 24) skip.hours = [];
  if (skip.days.length === 7) skip.days = [];
  return skip.hours.length + skip.days.length === 0 ? null : skip;
}

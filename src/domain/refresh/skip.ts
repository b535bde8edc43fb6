import type { SkipTimes } from '../model';

const HOUR_MS = 3_600_000;
/** A week and a day: longer than any combination of days and hours that leaves a gap. */
const MOST_HOURS = 8 * 24;

/**
 * The first time at or after `at` at which the publisher may be visited. Skipped spans end on the full
 * hour; how far into it the visit comes is kept, so that not everyone comes at its first second.
 */
export function afterSkipped(at: number, skip: SkipTimes | null): number {
  if (skip === null) return at;
  for (let hour = 0; hour < MOST_HOURS; hour += 1) {
    const candidate = at + hour * HOUR_MS;
    if (!isSkipped(candidate, skip)) return candidate;
  }
  return at;
}

function isSkipped(at: number, { hours, days }: SkipTimes): boolean {
  const time = new Date(at);
  return hours.includes(time.getUTCHours()) || days.includes(time.getUTCDay());
}

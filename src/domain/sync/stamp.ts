/**
 * A time that orders the changes of several browsers: a hybrid logical clock (Kulkarni, Demirbas et al.,
 * "Logical Physical Clocks", 2014) as a text that sorts. Nine digits of base 36 for milliseconds, three that count
 * changes within one, six that name the browser. A browser whose clock is behind still dates its changes after
 * all that it has seen.
 */
export type Stamp = string;

const AT_DIGITS = 9;
const COUNT_DIGITS = 3;
export const BROWSER_DIGITS = 6;

const SHAPE = new RegExp(`^[0-9a-z]{${AT_DIGITS + COUNT_DIGITS + BROWSER_DIGITS}}$`);
const MOST_AT = 36 ** AT_DIGITS - 1;
const MOST_COUNT = 36 ** COUNT_DIGITS - 1;

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && SHAPE.test(value);
}

/** What was chosen before browsers knew of each other: any other choice is later. */
export function earliestStamp(browserId: string): Stamp {
  return stampOf(0, 0, browserId);
}

/**
 * A stamp later than `latest`, and not before `now`.
 * @param latest of all that this browser has seen; null when that is nothing
 */
export function nextStamp(latest: Stamp | null, now: number, browserId: string): Stamp {
  const seenAt = latest === null ? 0 : timeOfStamp(latest);
  if (latest === null || now > seenAt) return stampOf(Math.max(0, now), 0, browserId);
  const count = parseInt(latest.slice(AT_DIGITS, AT_DIGITS + COUNT_DIGITS), 36) + 1;
  return count <= MOST_COUNT
    ? stampOf(seenAt, count, browserId)
    : stampOf(seenAt + 1, 0, browserId);
}

/** In epoch milliseconds, by the clock of the browser that made it or of one that it had seen. */
export function timeOfStamp(stamp: Stamp): number {
  return parseInt(stamp.slice(0, AT_DIGITS), 36);
}

function stampOf(at: number, count: number, browserId: string): Stamp {
  const digits = (value: number, length: number) => value.toString(36).padStart(length, '0');
  const time = digits(Math.min(Math.floor(at), MOST_AT), AT_DIGITS);
  return `${time}${digits(count, COUNT_DIGITS)}${browserId}`;
}

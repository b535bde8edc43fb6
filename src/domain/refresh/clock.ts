/** How far a clock may be off before it matters: publishers' times and ours are compared by the day. */
const TOLERATED_MS = 86_400_000;

/** The work of one refresh lies within this time after its beginning. */
const MARGIN_MS = 3_600_000;

/** A time during which the device's clock was wrong, as it showed it, both ends included. */
export interface WrongTime {
  from: number;
  to: number;
  /** What to add to get the right time; positive when the clock was behind. */
  shiftMs: number;
}

/** Nothing is known (`null`), right (0), or off by so many milliseconds (to add to the clock). */
export type ClockJudgement = number | null;

/**
 * Judges the device's clock by what servers said in their `Date` headers (RFC 9110, 6.6.1). One server that
 * agrees is enough, since a proxy or a cache may answer with an old date; else the median counts.
 */
export function judgeClock(now: number, serverTimes: number[]): ClockJudgement {
  const shifts = serverTimes.map((at) => at - now).sort((a, b) => a - b);
  if (shifts.some((shift) => Math.abs(shift) <= TOLERATED_MS)) return 0;
  return shifts[Math.floor((shifts.length - 1) / 2)] ?? null;
}

/** Adds a refresh that ran from `from` to `to` by a wrong clock to the times that are to be mended. */
export function rememberWrongTime(wrong: WrongTime[], time: WrongTime): WrongTime[] {
  const last = wrong.at(-1);
  const next = { ...time, to: time.to + MARGIN_MS };
  const isSame =
    last !== undefined &&
    Math.abs(last.shiftMs - next.shiftMs) <= TOLERATED_MS &&
    next.from >= last.from;
  return isSame
    ? [...wrong.slice(0, -1), { ...last, to: Math.max(last.to, next.to) }]
    : [...wrong, next];
}

export const isWithin = ({ from, to }: WrongTime, at: number | null): at is number =>
  at !== null && at >= from && at <= to;

/**
 * Sets right every time of a record (fields named `…At`) that was taken from the wrong clock. Times of
 * publishers are not ours, and are left.
 */
export function mendTimes<T extends object>(record: T, wrong: WrongTime): T {
  const entries = Object.entries(record).map(([name, value]) => {
    const isOurs = name.endsWith('At') && name !== 'publishedAt' && name !== 'updatedAt';
    const isWrong = isOurs && typeof value === 'number' && isWithin(wrong, value);
    return [name, isWrong ? value + wrong.shiftMs : value];
  });
  return Object.fromEntries(entries) as T;
}

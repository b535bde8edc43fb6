/** A day of the calendar, or so long ago. */
export type SearchDate =
  | { kind: 'day'; year: number; month: number; day: number }
  /** Hours are exact; of all else the day counts from its midnight. */
  | { kind: 'ago'; count: number; unit: DateUnit };

export type DateUnit = 'h' | 'd' | 'w' | 'm' | 'y';

const NAMED: Record<string, SearchDate> = {
  today: { kind: 'ago', count: 0, unit: 'd' },
  yesterday: { kind: 'ago', count: 1, unit: 'd' },
};

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const AGO = /^(\d{1,4})([hdwmy])$/;

/** Reads `2026-11-20`, `2026-11`, `2026`, `20.11.2026`, `today`, `yesterday`, `12h`, `7d`, `2w`, `3m`, `1y`. */
export function readDate(written: string): SearchDate | null {
  const text = written.normalize('NFKC').toLowerCase();
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named) return named;
  const ago = AGO.exec(text);
  if (ago) return { kind: 'ago', count: Number(ago[1]), unit: ago[2] as DateUnit };
  const [, year, , month = '1', day = '1'] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day);
  const [, dayFirst, monthNext, yearLast] = DAY_FIRST.exec(text) ?? [];
  return yearLast === undefined ? null : dayOf(yearLast, monthNext ?? '', dayFirst ?? '');
}

/** @returns null when the calendar has no such day */
function dayOf(...written: [year: string, month: string, day: string]): SearchDate | null {
  const [year, month, day] = written.map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  const isReal = date.getMonth() === month - 1 && date.getDate() === day && year >= 1970;
  return isReal ? { kind: 'day', year, month, day } : null;
}

export function writeDate(date: SearchDate): string {
  if (date.kind === 'ago') return `${date.count}${date.unit}`;
  const padded = [date.month, date.day].map((part) => String(part).padStart(2, '0'));
  return [date.year, ...padded].join('-');
}

/** When the day begins by the local calendar. */
export function startOf(date: SearchDate, now: number): number {
  if (date.kind === 'day') return new Date(date.year, date.month - 1, date.day).getTime();
  const { count, unit } = date;
  const at = new Date(now);
  if (unit === 'h') return now - count * 3_600_000;
  if (unit === 'y') at.setFullYear(at.getFullYear() - count);
  else if (unit === 'm') setMonthsBack(at, count);
  else at.setDate(at.getDate() - count * (unit === 'w' ? 7 : 1));
  return at.setHours(0, 0, 0, 0);
}

/** A month before 31 March is the last of February. */
function setMonthsBack(at: Date, count: number): void {
  const day = at.getDate();
  at.setMonth(at.getMonth() - count);
  if (at.getDate() !== day) at.setDate(0);
}

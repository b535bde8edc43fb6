/** What clock and calendar on the wall say. */
export interface LocalTime {
  /** `2011-11-21`; days are told apart by it, since a day may have 23 or 25 hours. */
  day: string;
  /** 0 is Sunday. */
  weekday: number;
  /** Since midnight by the wall clock, 0 to 1439. */
  minutes: number;
}

export type LocalTimeOf = (at: number) => LocalTime;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const MINUTE_MS = 60_000;

/** Days, offsets and changes of the clock begin with one in every zone of today. */
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * Local time in a zone of the IANA time zone database, such as `Europe/Berlin`. The browser is asked once for
 * each quarter of an hour, since its answers are slow.
 */
export function localTimeIn(timeZone: string): LocalTimeOf {
  const ask = askBrowser(timeZone);
  const known = new Map<number, LocalTime>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS) * QUARTER_MS;
    const start = known.get(quarter) ?? ask(quarter);
    known.set(quarter, start);
    return { ...start, minutes: start.minutes + Math.floor((at - quarter) / MINUTE_MS) };
  };
}

function askBrowser(timeZone: string): LocalTimeOf {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of formatter.formatToParts(at)) parts[type] = value;
    return {
      day: `${parts.year}-${parts.month}-${parts.day}`,
      weekday: WEEKDAYS.indexOf(parts.weekday ?? ''),
      minutes: Number(parts.hour) * 60 + Number(parts.minute),
    };
  };
}

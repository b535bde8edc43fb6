import { type CalendarDay, HOUR_MS, MINUTE_MS, momentOf } from './moment';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822 as RSS demands it, with four digits of the year. */
const RSS = new RegExp(
  `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4}) ` +
    '(\\d{2}):(\\d{2})(?::(\\d{2}))? (?:GMT|([+-])(\\d{2})(\\d{2}))$',
);
/** RFC 3339 as Atom and JSON Feed demand it. */
const ATOM =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Dates as the formats demand them, which nearly all are, in a tenth of the time that guessing takes.
 * @returns epoch milliseconds; null when the date is written otherwise or is none
 */
export function parseUsualDate(text: string): number | null {
  const atom = ATOM.exec(text);
  if (atom !== null) {
    const [, year, month, day] = atom;
    return momentIn(atom, { year: Number(year), month: Number(month) - 1, day: Number(day) });
  }
  const rss = RSS.exec(text);
  if (rss === null) return null;
  const [, day, month = '', year] = rss;
  return momentIn(rss, { year: Number(year), month: MONTHS.indexOf(month), day: Number(day) });
}

/** Both expressions have the time and the offset in the same groups. */
function momentIn(match: RegExpExecArray, day: CalendarDay): number | null {
  const [, , , , hours = '', minutes = '', seconds = '0', sign = '+', ...offset] = match;
  const [offsetHours = '0', offsetMinutes = '0'] = offset;
  const east = Number(offsetHours) * HOUR_MS + Number(offsetMinutes) * MINUTE_MS;
  return momentOf(day, [hours, minutes, seconds], sign === '+' ? east : -east);
}

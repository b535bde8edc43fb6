const DAY_MS = 24 * 60 * 60 * 1_000;

/** Zeros of the other decimal digits that publishers use: Arabic, Persian, Devanagari. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const ZEROS = [0x0966, 0x06f0, 0x0660];

const CHINESE_DIGITS = '〇一二三四五六七八九';
const CHINESE_NUMBER = /[〇零一二三四五六七八九十]+(?=[年月日号號时時點点分])/g;

const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/;
const WEEK = /^(\d{4})-?W(0[1-9]|[1-4]\d|5[0-3])(?:-?([1-7]))?(?=$|[T ])/i;
const ORDINAL = /^(\d{4})-?(\d{3})(?=$|[T ])/i;
/** Korean, with its dots. */
const DOTTED = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?=$| )/;
const VIETNAMESE =
  /^.{0,30}?(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (?:năm )?(\d{4})|^(?:tháng|thg) (\d{1,2}) (\d{1,2}), (\d{4})/i;
const HOURS = /\b(\d{1,2}) ?h ?(\d{2})\b/i;

/**
 * Spells the rarer ways of writing a date in one of the usual ways, as ISO 8601 where it can: other digits
 * and Chinese numerals, seconds and milliseconds of the epoch, dates without separators, weeks and days of
 * the year (ISO 8601, 5.2.2 and 5.2.3), the month by number in Korean and Vietnamese, the French `10h15`.
 */
export function spellDate(text: string): string {
  const date = toDigits(text);
  if (SECONDS.test(date)) return new Date(Number(date) * 1_000).toISOString();
  if (MILLISECONDS.test(date)) return new Date(Number(date)).toISOString();
  return date
    .replace(
      COMPACT,
      (_, ...[year, month, day, hours, minutes, seconds = '00']: string[]) =>
        `${year}-${month}-${day} ${hours}:${minutes}:${seconds}`,
    )
    .replace(WEEK, (_, year: string, week: string, day = '1') =>
      dayText(
        mondayOfFirstWeek(Number(year)) + ((Number(week) - 1) * 7 + Number(day) - 1) * DAY_MS,
      ),
    )
    .replace(ORDINAL, (_, year: string, day: string) =>
      dayText(Date.UTC(Number(year), 0, Number(day))),
    )
    .replace(
      DOTTED,
      (_, ...[year, month, day = '']: string[]) => `${year}-${month}-${day.padStart(2, '0')}`,
    )
    .replace(VIETNAMESE, (_, ...[day, month, year, ...others]: string[]) =>
      year === undefined ? `${others[2]}-${others[0]}-${others[1]}` : `${year}-${month}-${day}`,
    )
    .replace(HOURS, '$1:$2');
}

function toDigits(text: string): string {
  const digits = text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => zero <= code) ?? code));
  });
  return digits.includes('年') ? digits.replace(CHINESE_NUMBER, chineseNumber) : digits;
}

/** `二〇二四`, `十二`, `二十三`. */
function chineseNumber(written: string): string {
  const digitOf = (sign: string): number => Math.max(0, CHINESE_DIGITS.indexOf(sign));
  if (!written.includes('十')) return Array.from(written, digitOf).join('');
  const [tens = '', ones = ''] = written.split('十');
  return String((tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones));
}

/** The week with 4 January is the first. */
function mondayOfFirstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
}

const dayText = (at: number): string =>
  Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);

/** A date field's value, local time: "2011-11-21". */
export function dateInputValue(at: number): string {
  const date = new Date(at);
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/**
 * The last moment of a date field's day, local time.
 * @returns null when the field is empty or holds no date
 */
export function endOfDay(value: string): number | null {
  const at = /^\d{4,}-\d\d-\d\d$/.test(value) ? new Date(`${value}T23:59:59.999`).getTime() : NaN;
  return Number.isNaN(at) ? null : at;
}

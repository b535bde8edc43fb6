/**
 * The time a Retry-After header names: seconds or an HTTP date (RFC 9110, 10.2.3).
 * @returns epoch milliseconds, or null when absent or unreadable.
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date;
}

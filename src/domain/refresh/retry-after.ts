/**
 * The time a Retry-After header names: seconds or an HTTP date (RFC 9110, 10.2.3). A date is read by the
 * server's own clock where it tells that.
 * @param serverDate the `Date` header of the same answer
 * @returns epoch milliseconds, or null when absent or unreadable
 */
export function retryAfter(
  header: string | null,
  now: number,
  serverDate: string | null = null,
): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  const at = Date.parse(text);
  const date = Date.parse(serverDate ?? '');
  if (Number.isNaN(at)) return null;
  return Number.isNaN(date) ? at : now + (at - date);
}

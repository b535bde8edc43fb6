const SECOND_MS = 1000;

/**
 * How long the server calls its answer fresh from now on, by `Cache-Control: max-age` and `Age`, else by
 * `Expires` and `Date` (RFC 9111, 4.2.1 and 4.2.3). `s-maxage` is for shared caches and not asked of us;
 * `no-store` and `no-cache` ask for no wait, and nothing is guessed from `Last-Modified`.
 * @returns milliseconds; null when the server does not say, or what it says has passed
 */
export function freshnessOf(
  headers: { get(name: string): string | null },
  now: number,
): number | null {
  const directives = cacheDirectives(headers.get('cache-control') ?? '');
  if (directives.has('no-store') || directives.has('no-cache')) return null;
  const maxAge = directives.get('max-age');
  const age = secondsOf(headers.get('age')) ?? 0;
  const freshMs =
    maxAge === undefined ? untilExpiry(headers, now) : (secondsOf(maxAge) ?? 0) * SECOND_MS;
  if (freshMs === null) return null;
  const left = freshMs - age * SECOND_MS;
  return left > 0 ? left : null;
}

/** Names in lower case; the first of a repeated directive counts (RFC 9111, 4.2.1). */
function cacheDirectives(header: string): Map<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, plain] of header.matchAll(
    /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? plain ?? '');
  }
  return directives;
}

function secondsOf(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null;
}

/** An unreadable time, such as `0`, has passed (RFC 9111, 5.3). */
function untilExpiry(headers: { get(name: string): string | null }, now: number): number | null {
  const expires = headers.get('expires');
  if (expires === null) return null;
  const at = Date.parse(expires);
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at - (Number.isNaN(date) ? now : date);
}

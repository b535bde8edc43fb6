/** Stands for the feed's own address, which is not known while parsing. */
const FEED_DIRECTORY = 'https://feed.invalid/';

/**
 * Resolves an address against `xml:base` (RFC 4287, 2). Without a base, or with one that is no address,
 * the address stays as written, to be resolved against the feed's own address later.
 */
export function resolveBase(base: string | null | undefined, address: string): string {
  if (!base) return address;
  try {
    const { href } = new URL(address.trim(), new URL(base.trim(), FEED_DIRECTORY));
    if (!href.startsWith(FEED_DIRECTORY)) return href;
    const path = href.slice(FEED_DIRECTORY.length);
    return base.startsWith('/') || address.startsWith('/') ? `/${path}` : path;
  } catch {
    return address;
  }
}

/** The base of an element inside another: `xml:base` may itself be relative. */
export function nestBase(outer: string | undefined, inner: string | undefined): string | undefined {
  return inner === undefined ? outer : resolveBase(outer, inner);
}

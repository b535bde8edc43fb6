/** One redirect on the way to an answer. */
export interface Hop {
  /** 0 and 307 also stand for what the browser did by itself, e.g. https in place of http. */
  status: number;
  from: string;
  to: string;
}

/** Browsers follow 20. Feeds need one or two. */
export const MOST_REDIRECTS = 10;

/**
 * Where a feed has moved to for good: every hop says so (301 or 308; RFC 9110, 15.4). A browser that goes
 * to https by itself is no word of the server, and neither for nor against it. Never from https to http.
 * @returns null when it has not moved
 */
export function permanentTarget(feedUrl: string, hops: Hop[]): string | null {
  const said = hops.filter((hop) => !isOwnUpgrade(hop));
  const target = hops.at(-1)?.to;
  if (target === undefined || said.length === 0) return null;
  if (!said.every(({ status }) => status === 301 || status === 308)) return null;
  const isDowngrade = feedUrl.startsWith('https:') && !target.startsWith('https:');
  return isDowngrade || withoutHash(target) === withoutHash(feedUrl) ? null : withoutHash(target);
}

function isOwnUpgrade({ status, from, to }: Hop): boolean {
  return (status === 0 || status === 307) && to === from.replace(/^http:/, 'https:');
}

export function withoutHash(address: string): string {
  return address.replace(/#.*$/, '');
}

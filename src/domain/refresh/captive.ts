import type { FeedError } from '../errors';
import type { FeedState } from '../model';

/** A feed that has been a web page for longer than this is one. */
const BELIEVED_MS = 3 * 86_400_000;

/**
 * Whether a network's sign-in page (captive portal) answered in the publisher's place. It can only speak
 * for hosts that are asked without encryption; then a feed that was one until lately, or sends us to
 * another host, suddenly is a web page. RFC 6585, 6: 511 says it openly and is told apart where it is read.
 */
export function isCaptive(
  error: FeedError,
  feedUrl: string,
  { succeededAt, now }: Pick<FeedState, 'succeededAt'> & { now: number },
): boolean {
  if (error.kind !== 'not-a-feed' || error.found !== 'html') return false;
  const wasFeed = succeededAt !== null && now - succeededAt < BELIEVED_MS;
  return wasFeed && feedUrl.startsWith('http:');
}

import type { AddressProblem } from './discovery/read-address';

/**
 * Why a feed could not be checked. Plain data, so that it can be stored, sent and put into words:
 * every kind has a sentence in the user's language (see `ui/feed-error-text.ts`).
 */
export type FeedError =
  | { kind: 'offline' }
  /** No answer: the host refuses connections, breaks them off, or the browser does not say more. */
  | { kind: 'unreachable' }
  /** The name of the host leads nowhere. */
  | { kind: 'host-not-found' }
  /** No secure connection: the certificate is wrong or has run out, or the host speaks no TLS. */
  | { kind: 'certificate' }
  /** The browser did not let the request out: tracking protection, another extension, a policy. */
  | { kind: 'blocked' }
  | { kind: 'too-many-redirects' }
  /** A network that wants a person to sign in first answered in the publisher's place (RFC 8952). */
  | { kind: 'captive' }
  | { kind: 'timeout'; limitMs: number }
  /** Any status outside 200-299 and 304 that has no kind of its own. */
  | { kind: 'http'; status: number }
  /** 410: the publisher ended this feed. */
  | { kind: 'gone' }
  /** 429, or 403 or 503 with Retry-After; `retryAt` is epoch milliseconds, null when no time is named. */
  | { kind: 'rate-limited'; retryAt: number | null }
  | { kind: 'too-large'; limitBytes: number }
  /** The answer is some other document. */
  | { kind: 'not-a-feed'; found: 'html' | 'empty' | 'other' }
  /** It starts like a feed, but cannot be read. */
  | { kind: 'malformed' }
  /** The user has not given, or has taken back, access to this site, e.g. `*://www.rt.com/*`. */
  | { kind: 'permission'; origin: string }
  /** What was typed is not an address of a site or feed. */
  | { kind: 'bad-address'; problem: AddressProblem };

export type FeedErrorKind = FeedError['kind'];

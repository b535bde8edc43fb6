import type { FeedError } from '../errors';

/**
 * Which failure is behind a browser's code for it, as `webRequest.onErrorOccurred` tells it:
 * `net::ERR_*` in Chromium (net/base/net_error_list.h), `NS_ERROR_*` in Firefox (xpcom/base/ErrorList.py).
 */
const KINDS: [
  FeedError['kind'] & ('offline' | 'host-not-found' | 'certificate' | 'blocked'),
  RegExp,
][] = [
  [
    'offline',
    /^net::ERR_(?:INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED)$|^NS_ERROR_OFFLINE$/,
  ],
  [
    'host-not-found',
    /^net::ERR_(?:NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)$|^NS_ERROR_UNKNOWN_HOST$/,
  ],
  ['certificate', /^net::ERR_(?:CERT|SSL|BAD_SSL|ECH)_|^(?:SEC|SSL|MOZILLA_PKIX)_ERROR_/],
  ['blocked', /^net::ERR_BLOCKED_BY_|^NS_ERROR_(?:\w+_URI|ABORT|BLOCKED_BY_POLICY)$/],
];

const TOO_MANY_REDIRECTS = /^(?:net::ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP)$/;

/** @returns `unreachable` for every other code, null without one. */
export function networkError(code: string | null): FeedError | null {
  if (code === null || code === '') return null;
  if (TOO_MANY_REDIRECTS.test(code)) return { kind: 'too-many-redirects' };
  const kind = KINDS.find(([, pattern]) => pattern.test(code))?.[0];
  if (kind) return { kind };
  // Firefox tells failures of TLS as a sentence in the user's language instead of a code.
  return /^(?:net::|NS_)/.test(code) ? { kind: 'unreachable' } : { kind: 'certificate' };
}

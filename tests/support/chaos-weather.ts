import type { Lots } from './chaos-lots';

/** How the server treats one request. */
export type Weather =
  /** Healthy: the whole document arrives, as is, packed, bit by bit, or from elsewhere. */
  | { kind: 'fair'; manner: 'plain' | 'gzip' | 'bits' | 'redirect'; status: number }
  /** Healthy, with an edition from before, as caches give. */
  | { kind: 'stale' }
  /** Some other status, with a Retry-After where servers send one. */
  | { kind: 'status'; status: number; retryAfter: string | null }
  /** Some other document. */
  | { kind: 'document'; body: string; type: string }
  /** The document breaks off: the connection too, or only the document, or less than was announced. */
  | { kind: 'cut'; manner: 'reset' | 'clean' | 'announced' }
  /** Says it is packed, and is not. */
  | { kind: 'false-gzip' }
  | { kind: 'redirect-loop' }
  /** No answer: broken off, or kept waiting. */
  | { kind: 'reset' | 'hang' }
  /** Never ends: slowly, or faster than anybody wants to read; or small until it is unpacked. */
  | { kind: 'drip' | 'flood' | 'bomb' };

const REDIRECTS = [301, 302, 307, 308];

const STATUSES: { status: number; retryAfter: string | null }[] = [
  { status: 500, retryAfter: null },
  { status: 502, retryAfter: null },
  { status: 503, retryAfter: null },
  { status: 503, retryAfter: '3600' },
  { status: 429, retryAfter: null },
  { status: 429, retryAfter: 'Fri, 31 Dec 2099 23:59:59 GMT' },
  { status: 403, retryAfter: null },
  { status: 404, retryAfter: null },
];

const DOCUMENTS = [
  { type: 'text/html', body: '<!doctype html><title>Sign in</title><p>Please sign in' },
  { type: 'application/rss+xml', body: '' },
  { type: 'application/rss+xml', body: '<?xml version="1.0"?><rss version="2.0"><channel><title' },
  { type: 'application/json', body: '{"version": "https://jsonfeed.org/version/1.1", "items": [' },
  { type: 'text/plain', body: 'Under construction' },
];

/** Of a hundred requests in a storm; the first of what keeps readers waiting are few. */
const STORM: [share: number, make: (lots: Lots, key: string) => Weather][] = [
  [40, fair],
  [8, () => ({ kind: 'stale' })],
  [16, (lots, key) => ({ kind: 'status', ...lots.pick(STATUSES, 'status', key) })],
  [8, (lots, key) => ({ kind: 'document', ...lots.pick(DOCUMENTS, 'document', key) })],
  [13, cut],
  [2, () => ({ kind: 'false-gzip' })],
  [3, () => ({ kind: 'redirect-loop' })],
  [7.4, () => ({ kind: 'reset' })],
  [0.5, () => ({ kind: 'hang' })],
  [0.5, () => ({ kind: 'drip' })],
  [0.8, () => ({ kind: 'flood' })],
  [0.8, () => ({ kind: 'bomb' })],
];

/** The weather over one paper in one edition. */
export function stormOver(lots: Lots, paper: number, edition: number): Weather {
  const key = `${paper} ${edition}`;
  let mark = lots.number('weather', key) * STORM.reduce((sum, [share]) => sum + share, 0);
  for (const [share, make] of STORM) {
    mark -= share;
    if (mark < 0) return make(lots, key);
  }
  return fair(lots, key);
}

export function fair(lots: Lots, key: string): Weather {
  const manner = lots.pick(['plain', 'plain', 'gzip', 'bits', 'redirect'] as const, 'manner', key);
  return { kind: 'fair', manner, status: lots.pick(REDIRECTS, 'redirect', key) };
}

function cut(lots: Lots, key: string): Weather {
  return { kind: 'cut', manner: lots.pick(['reset', 'clean', 'announced'], 'cut', key) };
}

/** Whether it keeps a reader waiting until that gives up. */
export function isEndless({ kind }: Weather): boolean {
  return kind === 'hang' || kind === 'drip';
}

import { expect, test, vi } from 'vitest';
import type { FeedError, FeedErrorKind } from '../../src/domain/errors';
import { feedErrorText } from '../../src/ui/feed-error-text';
import { HOUR, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

/** One of each kind: a new kind does not compile until it is here. */
const samples: Record<FeedErrorKind, FeedError[]> = {
  offline: [{ kind: 'offline' }],
  unreachable: [{ kind: 'unreachable' }],
  'host-not-found': [{ kind: 'host-not-found' }],
  certificate: [{ kind: 'certificate' }],
  blocked: [{ kind: 'blocked' }],
  'too-many-redirects': [{ kind: 'too-many-redirects' }],
  captive: [{ kind: 'captive' }],
  timeout: [{ kind: 'timeout', limitMs: 30_000 }],
  http: [403, 404, 418, 503].map((status) => ({ kind: 'http', status })),
  gone: [{ kind: 'gone' }],
  'rate-limited': [
    { kind: 'rate-limited', retryAt: null },
    { kind: 'rate-limited', retryAt: NOW + HOUR },
  ],
  'too-large': [{ kind: 'too-large', limitBytes: 10_000_000 }],
  'not-a-feed': (['html', 'empty', 'other'] as const).map((found) => ({
    kind: 'not-a-feed',
    found,
  })),
  malformed: [{ kind: 'malformed' }],
  permission: [{ kind: 'permission', origin: '*://www.rt.com/*' }],
  'bad-address': (['empty', 'e-mail', 'words', 'scheme', 'malformed'] as const).map((problem) => ({
    kind: 'bad-address',
    problem,
  })),
};

const all = Object.values(samples).flat();

test.each(all)('$kind has whole sentences', (error) => {
  const text = feedErrorText(error, NOW);
  expect(text).toMatch(/^\p{Lu}.{20,}\.$/u);
  expect(text).not.toContain('$');
});

test('no two errors read the same', () => {
  expect(new Set(all.map((error) => feedErrorText(error, NOW))).size).toBe(all.length);
});

test('limits, sites and times are named', () => {
  expect(feedErrorText({ kind: 'timeout', limitMs: 30_000 }, NOW)).toContain('30 seconds');
  expect(feedErrorText({ kind: 'too-large', limitBytes: 10_000_000 }, NOW)).toContain(
    '10 megabytes',
  );
  expect(feedErrorText({ kind: 'permission', origin: '*://www.rt.com/*' }, NOW)).toContain(
    'www.rt.com',
  );
  expect(feedErrorText({ kind: 'rate-limited', retryAt: NOW + HOUR }, NOW)).toMatch(/until 1:00/);
});

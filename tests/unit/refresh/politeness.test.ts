import { expect, test } from 'vitest';
import type { FeedError } from '../../../src/domain/errors';
import { skipTimesOf } from '../../../src/domain/feed/interval';
import { isCaptive } from '../../../src/domain/refresh/captive';
import { freshnessOf } from '../../../src/domain/refresh/freshness';
import { sightMove } from '../../../src/domain/refresh/move';
import { networkError } from '../../../src/domain/refresh/network-error';
import { accessChecker } from '../../../src/domain/refresh/origin';
import { pauseUntil } from '../../../src/domain/refresh/pause';
import { permanentTarget } from '../../../src/domain/refresh/redirects';
import { afterSkipped } from '../../../src/domain/refresh/skip';
import { renewedValidators } from '../../../src/domain/refresh/validators';
import { DAY, HOUR, MINUTE, NOW } from '../../support/make';

const fresh = (headers: Record<string, string>) => freshnessOf(new Headers(headers), NOW);

test('freshness by max-age less Age, else by Expires and Date; nothing is guessed', () => {
  expect(fresh({ 'Cache-Control': 'public, max-age=3600' })).toBe(HOUR);
  expect(fresh({ 'Cache-Control': 'MAX-AGE="600", max-age=1', Age: '60' })).toBe(9 * MINUTE);
  expect(fresh({ 'Cache-Control': 's-maxage=3600' })).toBeNull();
  expect(fresh({ 'Cache-Control': 's-maxage=1, max-age=60', Expires: '0' })).toBe(MINUTE);
  const date = 'Mon, 21 Nov 2011 12:00:00 GMT';
  const expires = 'Mon, 21 Nov 2011 13:00:00 GMT';
  expect(fresh({ Date: date, Expires: expires })).toBe(HOUR);
  expect(fresh({ Expires: 'Mon, 21 Nov 2011 11:57:00 GMT' })).toBe(HOUR);
  expect(fresh({ 'Last-Modified': date })).toBeNull();
});

test.each(['no-store', 'no-cache, max-age=60', 'max-age=0', 'max-age=-5', 'max-age=soon', ''])(
  '“%s” asks for no wait',
  (value) => expect(fresh({ 'Cache-Control': value })).toBeNull(),
);

test('an Expires that has passed or cannot be read asks for no wait', () => {
  expect(fresh({ Expires: '0' })).toBeNull();
  expect(fresh({ Expires: 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBeNull();
  expect(fresh({ 'Cache-Control': 'max-age=60', Age: '61' })).toBeNull();
});

test('skipped times are read as RSS 2.0 has them; skipping everything is ignored', () => {
  expect(skipTimesOf([0, 24, 23, 99, -1, 1.5], ['Sunday', ' saturday ', 'Holiday'])).toEqual({
    hours: [0, 23],
    days: [0, 6],
  });
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  expect(skipTimesOf(all, undefined)).toBeNull();
  expect(skipTimesOf(undefined, undefined)).toBeNull();
});

test('a skipped time moves to the first hour that is not', () => {
  expect(afterSkipped(NOW, null)).toBe(NOW);
  expect(afterSkipped(NOW, { hours: [10], days: [] })).toBe(NOW + HOUR);
  expect(afterSkipped(NOW, { hours: [], days: [1, 2] })).toBe(NOW + 38 * HOUR);
  expect(afterSkipped(NOW, { hours: [11], days: [] })).toBe(NOW);
});

function pause(error: FeedError, errorCount = 1): number | null {
  const until = pauseUntil({ now: NOW, error, errorCount, random: 0 });
  return until === null ? null : until - NOW;
}

test('a host pauses for Retry-After, up to a week, or for an hour and more when it does not say', () => {
  expect(pause({ kind: 'rate-limited', retryAt: NOW + 2 * DAY })).toBe(2 * DAY);
  expect(pause({ kind: 'rate-limited', retryAt: NOW + 400 * DAY })).toBe(7 * DAY - 5 * MINUTE);
  expect(pause({ kind: 'rate-limited', retryAt: NOW - 1 })).toBeNull();
  expect(pause({ kind: 'rate-limited', retryAt: null })).toBe(HOUR);
  expect(pause({ kind: 'rate-limited', retryAt: null }, 3)).toBe(4 * HOUR);
  expect(pause({ kind: 'rate-limited', retryAt: null }, 30)).toBe(DAY);
});

test('the first “forbidden” is for the whole host, the next ones for the feed; a fault never is', () => {
  expect(pause({ kind: 'http', status: 403 })).toBe(HOUR);
  expect(pause({ kind: 'http', status: 403 }, 2)).toBeNull();
  expect(pause({ kind: 'http', status: 503 })).toBeNull();
});

test('nobody comes back in the very second, nor before it', () => {
  const error: FeedError = { kind: 'rate-limited', retryAt: NOW + 10 * MINUTE };
  expect(pauseUntil({ now: NOW, error, errorCount: 1, random: 1 })).toBe(NOW + 11 * MINUTE);
});

const A = 'https://a.example/feed';
const B = 'https://b.example/feed';
const C = 'https://c.example/feed';

test('a feed has moved when every hop says so for good', () => {
  const hop = (status: number, from: string, to: string) => ({ status, from, to });
  expect(permanentTarget(A, [hop(301, A, B), hop(308, B, C)])).toBe(C);
  expect(permanentTarget(A, [hop(301, A, B), hop(302, B, C)])).toBeNull();
  expect(permanentTarget(A, [hop(302, A, B), hop(301, B, C)])).toBeNull();
  expect(permanentTarget(A, [hop(307, A, B)])).toBeNull();
  expect(permanentTarget(A, [])).toBeNull();
  expect(permanentTarget(A, [hop(301, A, B), hop(301, B, A)])).toBeNull();
  expect(permanentTarget(A, [hop(301, A, 'http://b.example/feed')])).toBeNull();
});

test('the browser’s own step to https is no word of the server', () => {
  const plain = 'http://a.example/feed';
  const upgrade = { status: 307, from: plain, to: A };
  expect(permanentTarget(plain, [upgrade])).toBeNull();
  expect(permanentTarget(plain, [upgrade, { status: 301, from: A, to: B }])).toBe(B);
});

test('a move is believed when it is still there after two days', () => {
  const first = sightMove(null, B, NOW);
  expect(first).toEqual({ sighting: { to: B, firstSeenAt: NOW }, isCertain: false });
  expect(sightMove(first.sighting, B, NOW + DAY).isCertain).toBe(false);
  expect(sightMove(first.sighting, B, NOW + 2 * DAY)).toEqual({ ...first, isCertain: true });
  expect(sightMove(first.sighting, C, NOW + 2 * DAY).sighting?.firstSeenAt).toBe(NOW + 2 * DAY);
  expect(sightMove(first.sighting, null, NOW).sighting).toBeNull();
  expect(sightMove(first.sighting, B, NOW - DAY).sighting?.firstSeenAt).toBe(NOW - DAY);
});

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
  ['NS_ERROR_UNKNOWN_HOST', 'host-not-found'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'certificate'],
  [
    'Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.',
    'certificate',
  ],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
  ['NS_ERROR_TRACKING_URI', 'blocked'],
  ['NS_ERROR_ABORT', 'blocked'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
  ['NS_ERROR_REDIRECT_LOOP', 'too-many-redirects'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['NS_ERROR_OFFLINE', 'offline'],
  ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
  ['NS_ERROR_NET_RESET', 'unreachable'],
])('%s is %s', (code, kind) => {
  expect(networkError(code)?.kind).toBe(kind);
});

test('no code is no word', () => {
  expect(networkError(null)).toBeNull();
  expect(networkError('')).toBeNull();
});

test('a page in place of a feed is a sign-in page only where a network can speak for the site', () => {
  const page: FeedError = { kind: 'not-a-feed', found: 'html' };
  const lately = { succeededAt: NOW - DAY, now: NOW };
  expect(isCaptive(page, 'http://a.example/feed', lately)).toBe(true);
  expect(isCaptive(page, A, lately)).toBe(false);
  expect(isCaptive(page, 'http://a.example/feed', { ...lately, succeededAt: null })).toBe(false);
  expect(isCaptive(page, 'http://a.example/feed', { ...lately, succeededAt: 0 })).toBe(false);
  expect(isCaptive({ kind: 'malformed' }, 'http://a.example/feed', lately)).toBe(false);
});

test('“not modified” replaces the pair only when it says something else', () => {
  const sent = { etag: '"1"', lastModified: 'Monday' };
  expect(renewedValidators(sent, null)).toBe(sent);
  expect(renewedValidators(sent, { etag: '"1"', lastModified: null })).toBe(sent);
  expect(renewedValidators(sent, { etag: '"2"', lastModified: null })).toEqual({
    etag: '"2"',
    lastModified: null,
  });
});

test('access is read from the granted patterns', () => {
  const can = accessChecker(['*://a.example/*', '*://*.b.example/*', 'https://c.example/*']);
  expect(['http://a.example/x', A, 'https://x.b.example:8/', B, C].map(can)).not.toContain(false);
  const not = ['https://x.a.example/', 'https://xb.example/', 'http://c.example/', 'file:///a', ''];
  expect(not.map(can)).not.toContain(true);
  expect(accessChecker(['<all_urls>'])(A)).toBe(true);
  expect(accessChecker(['*://*/*'])('http://x.example/')).toBe(true);
});

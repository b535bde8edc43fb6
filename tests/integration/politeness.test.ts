import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { commands } from '../../src/background/commands';
import { refresh } from '../../src/background/refresh';
import { closeDatabase, inWriteTransaction } from '../../src/storage/database';
import { listFeeds } from '../../src/storage/feeds';
import { readFrontPage, readRefreshProgress } from '../../src/storage/read';
import { fill, openFirstVersion } from '../support/earlier-versions';
import { rss } from '../support/feed-builders';
import { drip, FeedServer } from '../support/feed-server';
import { DAY, HOUR, MINUTE } from '../support/make';
import { extension } from './fake-extension';
import { KEPT_BACK, webRequest } from './fake-network';
import {
  errorOf,
  follow,
  redirect,
  refreshAfter,
  refreshByHandAfter,
  serve,
  server,
  shownTitles,
  startServer,
  stateOf,
} from './polite-server';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(startServer);

test('causes are told apart: no such host, no answer, and no word from the browser', async () => {
  extension.granted.add('*://nowhere.invalid/*');
  const nowhere = 'http://nowhere.invalid/feed';
  const silent = 'http://127.0.0.1:1/feed';
  await follow(nowhere);
  expect(await errorOf(nowhere)).toEqual({ kind: 'host-not-found' });
  await follow(silent);
  expect((await errorOf(silent))?.kind).toBe('unreachable');
  extension.granted.add('*://kept-back.test/*');
  await follow(KEPT_BACK);
  expect((await errorOf(KEPT_BACK))?.kind).toBe('blocked');
  expect(webRequest.onErrorOccurred.listeners.size).toBe(0);
  expect(webRequest.onBeforeRedirect.listeners.size).toBe(0);
});

test('a sign-in page of the network does not count against a feed', async () => {
  serve('/feed', ['one']);
  const url = server.url('/feed');
  await follow(url);
  const body = '<!doctype html><title>Sign in</title><p>Welcome to the hotel';
  server.set('/feed', { body });
  await refreshAfter(2 * HOUR);
  expect((await stateOf(url)).state).toMatchObject({
    lastError: { kind: 'captive' },
    errorCount: 0,
  });
  server.set('/feed', { status: 511, body });
  await refreshAfter(4 * HOUR);
  expect((await stateOf(url)).state).toMatchObject({
    lastError: { kind: 'captive' },
    errorCount: 0,
  });
});

test('429 holds all feeds of its host, by alarm, by hand and when one is added; other hosts go on', async () => {
  const paths = ['/a', '/b', '/c'];
  for (const path of paths) serve(path, [path]);
  const elsewhere = server.url('/c', 'localhost');
  await follow(server.url('/a'), server.url('/b'), elsewhere);
  for (const path of ['/a', '/b']) {
    server.set(path, { status: 429, headers: { 'Retry-After': String(6 * 3600) } });
  }
  expect(await refreshAfter(HOUR)).toMatchObject({ failed: 1 });
  expect(server.hits('/a') + server.hits('/b')).toBe(3);
  await refreshAfter(4 * HOUR);
  await refreshByHandAfter(5 * HOUR);
  expect(server.hits('/a') + server.hits('/b')).toBe(3);
  expect(server.hits('/c')).toBe(4);

  const added = await commands.addFeed({ address: server.url('/d') });
  expect(added).toMatchObject({ kind: 'failed', error: { kind: 'rate-limited' } });
  await follow(server.url('/e'));
  expect(await errorOf(server.url('/e'))).toMatchObject({ kind: 'rate-limited' });
  expect(server.hits('/a') + server.hits('/b')).toBe(3);
  expect(server.hits('/d') + server.hits('/e')).toBe(0);

  await refreshAfter(8 * HOUR);
  expect(server.hits('/a') + server.hits('/b')).toBe(4);
});

test('when every host pauses, the button says so', async () => {
  server.set('/a', { status: 429 });
  await follow(server.url('/a'));
  expect(await refreshByHandAfter(30 * MINUTE)).toMatchObject({ isTooSoon: true, isPaused: true });
  serve('/c', []);
  await follow(server.url('/c', 'localhost'));
  expect(await refreshByHandAfter(0)).toMatchObject({ isTooSoon: true, isPaused: false });
});

test.each([403, 503])('%s with Retry-After pauses the host', async (status) => {
  server.set('/a', { status, headers: { 'Retry-After': '7200' } });
  await follow(server.url('/a'));
  expect(await errorOf(server.url('/a'))).toMatchObject({ kind: 'rate-limited' });
  expect((await listFeeds()).pauses.get(new URL(server.url('/')).host)).toBeGreaterThan(
    Date.now() + 7100 * 1000,
  );
});

test('410 ends the checks', async () => {
  server.set('/a', { status: 410 });
  await follow(server.url('/a'));
  await refreshAfter(30 * DAY);
  await refreshByHandAfter(30 * DAY);
  expect(server.hits('/a')).toBe(1);
});

test('validators survive a restart and failures, and are kept as the pair they came as', async () => {
  serve('/a', ['one'], { etag: 'W/"1"', 'last-modified': 'a while ago' });
  const url = server.url('/a');
  await follow(url);
  server.set('/a', { body: '<rss><channel><item' });
  await refreshAfter(HOUR);
  server.set('/a', { status: 500 });
  await refreshAfter(DAY);
  await closeDatabase();
  await refreshAfter(3 * DAY);
  for (const request of server.requests('/a').slice(1)) {
    expect(request.headers).toMatchObject({
      'if-none-match': 'W/"1"',
      'if-modified-since': 'a while ago',
    });
  }
  serve('/a', ['two'], { 'last-modified': 'just now' });
  await refreshAfter(9 * DAY);
  expect((await stateOf(url)).state.validators).toEqual({ etag: null, lastModified: 'just now' });
});

test('“not modified” of another address is not believed', async () => {
  serve('/one', ['one'], { etag: '"1"' });
  redirect('/a', 302, '/one');
  await follow(server.url('/a'));
  serve('/two', ['two'], { etag: '"1"' });
  redirect('/a', 302, '/two');
  await refreshAfter(HOUR);
  await refreshAfter(2 * DAY);
  expect(await shownTitles()).toContain('Headline two');
});

test('what the server asks for sets the next check, also by “not modified”; the choice cannot undercut it', async () => {
  serve('/a', ['one'], { etag: '"1"', 'cache-control': 'max-age=3600' });
  const url = server.url('/a');
  await follow(url);
  const waitOf = async () => (await stateOf(url)).state;
  const first = await waitOf();
  expect(first.nextCheckAt - (first.checkedAt ?? 0)).toBeGreaterThanOrEqual(HOUR);
  await commands.setCheckEvery({ feedId: first.feedId, checkEveryMs: 5 * MINUTE });
  const chosen = await waitOf();
  expect(chosen.nextCheckAt - (chosen.checkedAt ?? 0)).toBeGreaterThanOrEqual(HOUR);
  serve('/a', ['one'], { etag: '"1"', 'cache-control': 'max-age=7200' });
  await refreshAfter(3 * HOUR);
  const second = await waitOf();
  expect(second.freshMs).toBe(2 * HOUR);
  expect(second.nextCheckAt - (second.checkedAt ?? 0)).toBeGreaterThanOrEqual(2 * HOUR);
});

test('a feed that drips for ever holds nobody else up', { timeout: 90_000 }, async () => {
  const drippers = await Promise.all(Array.from({ length: 7 }, () => FeedServer.start()));
  for (const one of drippers) one.set('/drip', { body: drip('<rss>', 200) });
  const urls = drippers.map((one) => one.url('/drip'));
  serve('/quick', ['quick']);
  const working = follow(...urls);
  await vi.waitUntil(() => drippers.filter((one) => one.hits('/drip') === 1).length === 6);
  expect(await commands.addFeed({ address: server.url('/quick') })).toMatchObject({
    kind: 'added',
  });
  expect(await readRefreshProgress(Date.now())).toMatchObject({ total: 7 });
  for (const one of drippers) await one.close();
  await working;
});

test('a feed added while a refresh runs does not end its progress, nor visit the same host beside it', async () => {
  const delayMs = 300;
  server.set('/slow', { body: rss({ title: 'Slow', items: [] }), delayMs });
  server.set('/slower', { body: rss({ title: 'Slower', items: [] }), delayMs });
  serve('/added', ['added']);
  const candidates = ['/slow', '/slower'].map((path) => ({
    ...{ feedUrl: server.url(path), title: null, siteUrl: null },
  }));
  await commands.followFeeds({ candidates });
  await vi.waitUntil(() => server.totalHits() === 1, { interval: 5 });
  await commands.addFeed({ address: server.url('/added') });
  expect(await readRefreshProgress(Date.now())).toMatchObject({ total: 2 });
  const times = ['/slow', '/slower', '/added'].flatMap((path) => server.requests(path));
  const [first = 0, second = 0] = times.map(({ at }) => at).sort((a, b) => a - b);
  expect(second - first).toBeGreaterThanOrEqual(delayMs - 5);
  await refresh({ now: Date.now() });
});

test('an alarm with nothing due writes nothing, but now and then tidies up', async () => {
  serve('/a', ['one'], { 'cache-control': 'max-age=86400' });
  await follow(server.url('/a'));
  const before = await readFrontPage();
  await refreshAfter(5 * MINUTE);
  expect(await readFrontPage()).toEqual(before);
  expect(await browser.alarms.get('refresh')).toBeDefined();
  await refreshAfter(2 * HOUR);
  expect((await readFrontPage())?.builtAt).toBeGreaterThan(before?.builtAt ?? 0);
  expect(server.hits('/a')).toBe(1);
});

test('feeds of the first version are brought up to date with their validators', async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  serve('/a', ['one'], { etag: '"1"' });
  const feed = { feedId: 'f1', feedUrl: server.url('/a'), title: 'Paper', siteUrl: null };
  const validators = { etag: '"1"', lastModified: null };
  const old = await openFirstVersion();
  await fill(old, {
    feeds: [{ ...feed, addedAt: 1, removedAt: null }],
    feedStates: [
      {
        ...{ feedId: 'f1', validators, contentHash: 'x', checkedAt: 1, succeededAt: 1 },
        ...{ nextCheckAt: 1, intervalMs: null, errorCount: 0, lastError: null },
      },
    ],
  });
  old.close();
  expect(await refresh({ now: Date.now() })).toMatchObject({ checked: 1, unchanged: 1 });
  expect((await stateOf(feed.feedUrl)).feed).toMatchObject({
    ...{ formerUrls: [], checkEveryMs: null, trustsKicker: false },
  });
  await inWriteTransaction((tx) => tx.objectStore('hosts').getAll());
});

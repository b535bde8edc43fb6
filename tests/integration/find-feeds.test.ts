import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { readPageHead } from '../../src/domain/discovery/page-head';
import type { FindFeedsResult } from '../../src/messaging/protocol';
import { readFeeds } from '../../src/storage/read';
import { atom, rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { extension, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

let server: FeedServer;

beforeEach(async () => {
  await reinstall();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*');
  const item = (title: string, hour: number) => ({
    ...{ id: title, title, link: `https://rt.example/${hour}` },
    published: new Date(Date.UTC(2011, 10, 21, hour)),
  });
  const items = [item('Second', 9), item('Newest', 12), item('First', 8), item('Third', 10)];
  server.set('/feed', { body: rss({ title: 'RT News', link: 'https://rt.example/', items }) });
  server.set('/world', { body: atom({ title: 'World', items: [item('Abroad', 7)] }) });
});

const html = (head: string) => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head>${head}</head><body>Hello</body></html>`,
});
const link = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
const find = (path: string) => commands.findFeeds({ address: server.url(path) });
const urlsOf = (result: FindFeedsResult) =>
  result.kind === 'found' ? result.feeds.map(({ feedUrl }) => feedUrl) : result;
const errorOf = (result: FindFeedsResult) => (result.kind === 'failed' ? result.error : result);

test('a feed’s own address is shown with its newest three, and followed without a second request', async () => {
  expect(await find('/feed')).toEqual({
    kind: 'found',
    feeds: [
      {
        ...{ feedUrl: server.url('/feed'), title: 'RT News', siteUrl: 'https://rt.example/' },
        ...{ format: 'rss', isFollowed: false },
        preview: {
          ...{ title: 'RT News', siteUrl: 'https://rt.example/', format: 'rss', itemCount: 4 },
          headlines: [
            { title: 'Newest', publishedAt: Date.UTC(2011, 10, 21, 12) },
            { title: 'Third', publishedAt: Date.UTC(2011, 10, 21, 10) },
            { title: 'Second', publishedAt: Date.UTC(2011, 10, 21, 9) },
          ],
        },
      },
    ],
  });
  expect(await readFeeds()).toEqual([]);
  expect(await commands.addFeed({ address: server.url('/feed') })).toMatchObject({
    kind: 'added',
    articleCount: 4,
  });
  expect(server.hits('/feed')).toBe(1);
  expect(await find('/feed')).toMatchObject({ kind: 'already', feed: { title: 'RT News' } });
});

test('a page offers the feeds it names, comments last, without asking for any of them', async () => {
  server.set(
    '/',
    html(link('/comments/feed', 'Comments') + link('/feed', 'News') + link('/world')),
  );
  await commands.addFeed({ address: server.url('/world') });
  const asked = server.totalHits();
  const result = await find('/');
  expect(urlsOf(result)).toEqual(
    ['/feed', '/world', '/comments/feed'].map((path) => server.url(path)),
  );
  expect(result).toMatchObject({
    feeds: [{ title: 'News', isFollowed: false, preview: null }, { isFollowed: true }, {}],
  });
  expect(server.totalHits()).toBe(asked + 1);
  expect(await commands.previewFeed({ feedUrl: server.url('/feed') })).toMatchObject({
    ok: true,
    value: { title: 'RT News', headlines: [{ title: 'Newest' }, {}, {}] },
  });
});

test('a page that names none is asked for one address only, by the rules of its own software', async () => {
  server.set('/blog', html('<meta name="generator" content="WordPress 6.8">'));
  server.set('/feed/', { body: rss({ title: 'Blog', items: [] }) });
  expect(urlsOf(await find('/blog'))).toEqual([server.url('/feed/')]);
  server.set('/ghost', html('<meta name="generator" content="Ghost 5">'));
  expect(errorOf(await find('/ghost'))).toEqual({ kind: 'not-a-feed', found: 'html' });
  server.set('/plain', html(''));
  expect(errorOf(await find('/plain'))).toEqual({ kind: 'not-a-feed', found: 'html' });
  // The three pages, WordPress's feed and Ghost's.
  expect(server.totalHits()).toBe(5);
});

test('what cannot be looked at has its reason', async () => {
  const kindAt = async (address: string) => errorOf(await commands.findFeeds({ address }));
  expect(await kindAt('javascript:alert(1)')).toEqual({ kind: 'bad-address', problem: 'scheme' });
  expect(await kindAt('some words')).toEqual({ kind: 'bad-address', problem: 'words' });
  expect(await kindAt(server.url('/nothing'))).toEqual({ kind: 'http', status: 404 });
  expect(await kindAt('https://ungranted.example/')).toEqual({
    kind: 'permission',
    origin: '*://ungranted.example/*',
  });
  expect(await commands.addFeed({ address: 'words' })).toMatchObject({ kind: 'failed' });
  server.set('/page', html(link('/feed')));
  expect(await commands.addFeed({ address: server.url('/page') })).toMatchObject({
    error: { kind: 'not-a-feed', found: 'html' },
  });
  expect(await readFeeds()).toEqual([]);
});

test('a site that asks for a pause while it is looked at is left alone', async () => {
  server.set('/busy', { status: 429, headers: { 'retry-after': '3600' } });
  expect(errorOf(await find('/busy'))).toMatchObject({ kind: 'rate-limited' });
  expect(errorOf(await find('/feed'))).toMatchObject({ kind: 'rate-limited' });
  expect(await commands.previewFeed({ feedUrl: server.url('/world') })).toMatchObject({
    error: { kind: 'rate-limited' },
  });
  expect(server.totalHits()).toBe(1);
});

test('a page read in its tab needs no request at all', async () => {
  const read = (markup: string, url = server.url('/')) =>
    commands.findOnPage({ page: { ...readPageHead(markup, url), isFeed: false } });
  expect(urlsOf(await read(link('/feed') + link('/world')))).toEqual([
    server.url('/feed'),
    server.url('/world'),
  ]);
  expect(urlsOf(await read('<meta name="generator" content="WordPress 6">'))).toEqual([
    server.url('/feed/'),
  ]);
  const repository = 'https://github.com/ann/tool';
  expect(urlsOf(await read(link('/ann/tool/commits/main.atom'), repository))).toEqual([
    'https://github.com/ann/tool/releases.atom',
    'https://github.com/ann/tool/commits/main.atom',
  ]);
  expect(errorOf(await read('<p>'))).toEqual({ kind: 'not-a-feed', found: 'html' });
  const shown = { ...readPageHead('', server.url('/feed')), isFeed: true };
  expect(urlsOf(await commands.findOnPage({ page: shown }))).toEqual([server.url('/feed')]);
  expect(server.totalHits()).toBe(0);
  await commands.addFeed({ address: server.url('/feed') });
  expect(await commands.findOnPage({ page: shown })).toMatchObject({ kind: 'already' });
  expect(await read(link('/feed'))).toMatchObject({ kind: 'already' });
});

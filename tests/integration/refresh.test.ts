import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { ready } from '../../src/background/ready';
import { refresh } from '../../src/background/refresh';
import { commitFeed } from '../../src/storage/articles';
import { scheduleNextChecks } from '../../src/storage/feed-states';
import { listFeeds } from '../../src/storage/feeds';
import {
  readCheckLog,
  readFeeds,
  readFrontPage,
  readRefreshProgress,
  readStories,
  readStory,
} from '../../src/storage/read';
import { rss, type SampleItem } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { HOUR, MINUTE, makeArticle } from '../support/make';
import { extension, notificationsOnScreen, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(reinstall);

const missiles: SampleItem = {
  id: 'missiles',
  title: 'US shoots down Russian missile defense proposals - Rogozin',
  link: 'https://rt.example/missiles',
  published: new Date(Date.UTC(2011, 10, 21, 10, 57)),
};

async function startServer(): Promise<FeedServer> {
  const server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*').add('*://localhost/*');
  return server;
}

function serve(server: FeedServer, items: SampleItem[], path = '/feed'): string {
  server.set(path, { body: rss({ title: `Paper ${path}`, items }) });
  return server.url(path);
}

async function follow(...feedUrls: string[]): Promise<void> {
  const candidates = feedUrls.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  await commands.followFeeds({ candidates });
  await refresh({ now: Date.now() });
}

/** Lets the own marks of all followed publishers suffice for breaking news. */
async function trustKickers(): Promise<void> {
  for (const { feed } of await readFeeds()) {
    await commands.setTrustsKicker({ feedId: feed.feedId, trustsKicker: true });
  }
}

/** All feeds are due now. */
const refreshLater = (hours = 2) => refresh({ now: Date.now() + hours * HOUR });

async function titles(): Promise<string[]> {
  return ((await readFrontPage())?.stories ?? []).map(({ lead }) => lead.title);
}

test('following a feed brings its headlines, newest first, under its own name, and counts them', async () => {
  const server = await startServer();
  const older = { ...missiles, id: 'older', title: 'An older one', published: new Date(0) };
  await follow(serve(server, [older, missiles]));
  expect(await titles()).toEqual([missiles.title, older.title]);
  const page = await readFrontPage();
  expect(page?.counters.unread).toBe(2);
  expect(page?.stories[0]?.lead.publisher).toBe('Paper /feed');
  expect(page?.refreshedAt).toBeGreaterThan(0);
  expect(extension.badge).toBe('2');
});

test('what was there when the feed was followed is told to nobody; what breaks later is', async () => {
  const server = await startServer();
  const breaking = (id: string) => ({
    ...missiles,
    id,
    title: `BREAKING: ${id} happened`,
    published: new Date(),
  });
  server.set('/feed', { status: 500 });
  await follow(server.url('/feed'));
  await trustKickers();
  serve(server, [breaking('first')]);
  expect(await refreshLater(1)).toMatchObject({ added: 1, notified: 0 });
  expect(await notificationsOnScreen()).toEqual([]);
  serve(server, [breaking('second'), breaking('first')]);
  expect(await refreshLater(2)).toMatchObject({ added: 1, notified: 1 });
  expect(await notificationsOnScreen()).toHaveLength(1);
  expect((await readFrontPage())?.breaking).toHaveLength(2);
});

test('an edited article keeps its earlier headline and both times, and stays read', async () => {
  const server = await startServer();
  await follow(serve(server, [missiles]));
  const storyId = (await readFrontPage())?.stories[0]?.storyId ?? '';
  await commands.setStoriesRead({ storyIds: [storyId], isRead: true });
  const updated = new Date(Date.UTC(2011, 10, 21, 14, 57));
  serve(server, [{ ...missiles, title: 'US rejects missile proposals - Rogozin', updated }]);
  expect(await refreshLater()).toMatchObject({ added: 0, edited: 1 });
  const story = await readStory(storyId);
  expect(story?.story.isUnread).toBe(false);
  expect(story?.versions[0]).toMatchObject({
    title: 'US rejects missile proposals - Rogozin',
    publishedAt: missiles.published?.getTime(),
    updatedAt: updated.getTime(),
    revisions: [{ title: missiles.title }],
  });
  expect(extension.badge).toBe('');
});

test('validators are sent back; 304 and an identical body are both “unchanged”', async () => {
  const server = await startServer();
  const body = rss({ title: 'Paper', items: [missiles] });
  server.set('/feed', { body, headers: { ETag: '"one"' } });
  await follow(server.url('/feed'));
  expect(await refreshLater()).toMatchObject({ checked: 1, unchanged: 1 });
  expect(server.requests('/feed').at(-1)?.headers['if-none-match']).toBe('"one"');
  server.set('/feed', { body, headers: { ETag: '"two"' } });
  expect(await refreshLater(4)).toMatchObject({ unchanged: 1, added: 0 });
});

test('one failing feed does not hold up the others, and says what is wrong', async () => {
  const server = await startServer();
  server.set('/broken', { status: 500 });
  server.set('/page', { body: '<!doctype html><title>Not found</title><p>Sorry' });
  server.set('/huge', { body: 'x'.repeat(11 * 1024 * 1024) });
  server.set('/later', { status: 429, headers: { 'Retry-After': '7200' } });
  server.set('/ended', { status: 410 });
  const paths = ['/broken', '/page', '/huge', '/later', '/ended'];
  // Whoever asks for a pause asks for all feeds of the host, so that one stands alone.
  const urlOf = (path: string) => server.url(path, path === '/later' ? 'localhost' : '127.0.0.1');
  await follow(...paths.map(urlOf), serve(server, [missiles]));
  expect(await titles()).toEqual([missiles.title]);
  const { feeds, states } = await listFeeds();
  const errors = paths.map((path) => {
    const feed = feeds.find(({ feedUrl }) => feedUrl === urlOf(path));
    return states.get(feed?.feedId ?? '')?.lastError?.kind;
  });
  expect(errors).toEqual(['http', 'not-a-feed', 'too-large', 'rate-limited', 'gone']);
  expect((await readFrontPage())?.problems).toEqual({ failing: 5, permission: 0 });
});

test('each check is in the log, with what came of it', async () => {
  const server = await startServer();
  const good = serve(server, [missiles], '/good');
  server.set('/bad', { status: 500, body: '' });
  await follow(good, server.url('/bad'));
  await refreshLater(30);
  const log = await readCheckLog();
  const resultsAt = (path: string) =>
    log.filter(({ feedUrl }) => feedUrl === server.url(path)).map(({ result }) => result);
  expect(resultsAt('/good')).toEqual([
    { kind: 'changed', added: 1, edited: 0 },
    { kind: 'unchanged' },
  ]);
  const failed = { kind: 'failed', error: { kind: 'http', status: 500 } };
  expect(resultsAt('/bad')).toEqual([failed, failed]);
});

test('headlines of quick feeds are shown while a slow one is awaited, and are told together', async () => {
  const server = await startServer();
  const urls = [serve(server, []), serve(server, [], '/slow').replace('127.0.0.1', 'localhost')];
  await follow(...urls);
  await trustKickers();
  const breaking = ['one', 'two', 'three', 'four'].map((id) => ({
    ...{ id, title: `BREAKING: ${id} happened`, link: `https://rt.example/${id}` },
    published: new Date(),
  }));
  serve(server, breaking.slice(0, 2));
  const body = rss({ title: 'Slow', items: breaking.slice(2) });
  server.set('/slow', { body, delayMs: 1500 });
  const refreshing = refreshLater();
  await vi.waitUntil(async () => (await titles()).length === 2, { timeout: 2000, interval: 10 });
  expect(await notificationsOnScreen()).toEqual([]);
  expect(await refreshing).toMatchObject({ added: 4, notified: 1 });
  expect((await notificationsOnScreen())[0]).toMatch(/^summary:/);
});

test('Retry-After is kept, and a refresh by hand does not override it', async () => {
  const server = await startServer();
  server.set('/later', { status: 429, headers: { 'Retry-After': '7200' } });
  await follow(server.url('/later'));
  const now = Date.now();
  expect(await refresh({ now: now + HOUR, mode: 'manual' })).toMatchObject({ isTooSoon: true });
  expect(server.requests('/later')).toHaveLength(1);
  expect(await refresh({ now: now + 3 * HOUR, mode: 'manual' })).toMatchObject({ checked: 1 });
});

test('when no feed could be reached, the list does not claim to be up to date', async () => {
  const server = await startServer();
  await follow(serve(server, [missiles]));
  const before = (await readFrontPage())?.refreshedAt;
  await server.close();
  expect(await refreshLater()).toMatchObject({ checked: 1, failed: 1 });
  expect((await readFrontPage())?.refreshedAt).toBe(before);
  expect((await readFrontPage())?.problems.failing).toBe(1);
});

test('without access nothing is fetched; given access, it goes on', async () => {
  const server = await startServer();
  const url = serve(server, [missiles]);
  extension.granted.clear();
  await follow(url);
  expect(server.requests('/feed')).toEqual([]);
  expect((await readFrontPage())?.problems).toEqual({ failing: 1, permission: 1 });
  expect(extension.badge).toBe('!');
  extension.granted.add('*://127.0.0.1/*');
  await refreshLater();
  expect(await titles()).toEqual([missiles.title]);
});

test('requests carry no cookie and no referrer, and one host is asked one thing at a time', async () => {
  const server = await startServer();
  const paths = ['/a', '/b', '/c'];
  const delayMs = 50;
  for (const path of paths) {
    server.set(path, { body: rss({ title: path, items: [] }), delayMs });
  }
  await follow(...paths.map((path) => server.url(path)));
  const requests = paths.flatMap((path) => server.requests(path));
  const [first = 0, second = 0, third = 0] = requests.map(({ at }) => at).sort((a, b) => a - b);
  expect(requests).toHaveLength(3);
  expect(second - first).toBeGreaterThanOrEqual(delayMs - 5);
  expect(third - second).toBeGreaterThanOrEqual(delayMs - 5);
  expect(requests.flatMap(({ headers }) => [headers.cookie, headers.referer])).toEqual(
    Array.from({ length: 6 }),
  );
});

test('the same event at two publishers is one row; what a crash left ungrouped is taken in next time', async () => {
  const server = await startServer();
  const url = serve(server, [missiles]);
  await follow(url);
  const { feeds } = await listFeeds();
  // The worker dies after this feed's commit and before the story step.
  await commitFeed({
    ...{ feedId: feeds[0]?.feedId ?? '', title: null, siteUrl: null, validators: null },
    ...{ contentHash: 'other', intervalMs: null, now: Date.now() },
    articles: [
      makeArticle({
        articleId: 'late',
        arrivedAt: Date.now(),
        title: 'Left behind',
        feedId: feeds[0]?.feedId ?? '',
      }),
    ],
  });
  expect(await titles()).toEqual([missiles.title]);
  const gazette = serve(server, [{ ...missiles, link: 'https://gazette.example/1' }], '/gazette');
  await follow(gazette);
  expect(await titles()).toContain('Left behind');
  const story = (await readFrontPage())?.stories.find(({ lead }) => lead.title === missiles.title);
  expect(story?.publisherCount).toBe(2);
});

test('a thousand headlines come in pages, none missing and none twice', async () => {
  const server = await startServer();
  const items = Array.from({ length: 230 }, (_, index) => ({
    ...{ id: `i${index}`, link: `https://rt.example/${index}`, title: `Headline number ${index}` },
    // Groups of seven share their minute.
    published: new Date(Date.UTC(2011, 10, 21) + Math.floor(index / 7) * 60_000),
  }));
  await follow(serve(server, items));
  const seen: string[] = [];
  let before: number | null = null;
  do {
    const page = await readStories({ kind: 'latest' }, before);
    seen.push(...page.stories.map(({ storyId }) => storyId));
    before = page.nextBefore;
  } while (before !== null);
  expect(seen).toHaveLength(230);
  expect(new Set(seen).size).toBe(230);
  expect((await readFrontPage())?.hasMore).toBe(true);
});

test('who asks for all feeds is not put off with a refresh of those that were due', async () => {
  const server = await startServer();
  await follow(serve(server, [missiles], '/a'), serve(server, [missiles], '/b'));
  const scheduled = refresh({ now: Date.now() });
  const byHand = refresh({ now: Date.now() + 2 * MINUTE, mode: 'manual' });
  expect(await scheduled).toMatchObject({ checked: 0 });
  expect(await byHand).toMatchObject({ checked: 2 });
});

test('a new worker does not wait for a refresh that died with the one before', async () => {
  const server = await startServer();
  await follow(serve(server, [missiles]));
  await scheduleNextChecks((await listFeeds()).feeds, Date.now() - 1000);
  expect(await readRefreshProgress(Date.now())).not.toBeNull();
  await ready();
  expect(await readRefreshProgress(Date.now())).toBeNull();
});

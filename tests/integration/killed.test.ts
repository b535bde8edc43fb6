import { fakeBrowser } from '@webext-core/fake-browser';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
// Made before any worker, so that all of them and the test share one browser.
import 'webextension-polyfill';
import { feedIdOf } from '../../src/domain/article/identity';
import { parseSearch } from '../../src/domain/search/parse';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { HOUR, MINUTE } from '../support/make';
import { extension, reinstall } from './fake-extension';
import { bury, dieAt } from './mortal';

/** The browser outlives its workers, and so do its modules here. */
const outliving = vi.hoisted(() => ({ browser: null as object | null }));

vi.mock('webextension-polyfill', async () => {
  const { mortal } = await import('./mortal');
  outliving.browser ??= mortal((await import('./fake-extension')).fakeExtension as object);
  return { default: outliving.browser };
});

/** A worker that began its life just now: nothing of an earlier one is left in its modules. */
async function startWorker() {
  vi.resetModules();
  const { commands } = await import('../../src/background/commands');
  const { refresh } = await import('../../src/background/refresh');
  const { ready } = await import('../../src/background/ready');
  const { onNotificationClicked } = await import('../../src/background/notification-clicks');
  const read = await import('../../src/storage/read');
  const { openSearch } = await import('../../src/storage/read-search');
  const { inReadTransaction } = await import('../../src/storage/database');
  const { readFrontPageCopy } = await import('../../src/storage/front-page-copy');
  const { readNotifications } = await import('../../src/storage/notifications');
  const notifications = () => inReadTransaction(readNotifications);
  const reading = { read, openSearch, readFrontPageCopy };
  return { notifications, commands, refresh, ready, onNotificationClicked, ...reading };
}
type Worker = Awaited<ReturnType<typeof startWorker>>;

let server: FeedServer;
beforeAll(async () => {
  server = await FeedServer.start();
});
afterAll(() => server.close());

const PATIENCE = 600_000;
const urls = () => [server.url('/a'), server.url('/b').replace('127.0.0.1', 'localhost')];

/** In the order of the alphabet, and nothing alike. */
const TITLES: Record<string, string> = {
  '/a one': 'BREAKING: Bridge across the strait is closed',
  '/a two': 'BREAKING: Ferry timetable ends on Sunday',
  '/b one': 'BREAKING: Harbour master resigns after storm',
  '/b two': 'BREAKING: Lighthouse keeper wins a prize',
};

function publish(...ids: string[]): void {
  for (const path of ['/a', '/b']) {
    const items = ids.map((id) => ({
      ...{ id, title: TITLES[`${path} ${id}`] ?? '', published: new Date() },
      link: `https://gazette.example${path}/${id}`,
    }));
    server.set(path, { body: rss({ title: `Gazette ${path}`, items }) });
  }
}

const create = vi.spyOn(fakeBrowser.notifications, 'create');

/** Two feeds, read once; each has published another article since. */
async function followBoth(): Promise<Worker> {
  await reinstall();
  create.mockClear();
  for (const host of ['127.0.0.1', 'localhost']) extension.granted.add(`*://${host}/*`);
  publish('one');
  const worker = await startWorker();
  await worker.ready();
  const candidates = urls().map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  await worker.commands.followFeeds({ candidates });
  await worker.refresh({ now: Date.now() });
  for (const { feed } of await worker.read.readFeeds()) {
    await worker.commands.setTrustsKicker({ feedId: feed.feedId, trustsKicker: true });
  }
  publish('two', 'one');
  return worker;
}

async function findAll(worker: Worker): Promise<string[]> {
  const results = await worker.openSearch(parseSearch('breaking ').query, Date.now());
  const { found } = await results.next();
  return found.map(({ story }) => story.lead.title).sort();
}

/** What a popup draws first is what is stored, whenever it is opened. */
async function expectNoStaleCopy({ read, readFrontPageCopy }: Worker): Promise<void> {
  const copy = await readFrontPageCopy();
  if (copy) expect(copy).toEqual(await read.readFrontPage());
}

/** One undisturbed refresh later everything is there once, was told once, and is counted right. */
async function expectWhole(worker: Worker, now: number): Promise<void> {
  await worker.ready();
  await worker.refresh({ now });
  const page = await worker.read.readFrontPage();
  const stories = page?.stories ?? [];
  expect(stories.map(({ lead }) => lead.title).sort()).toEqual(Object.values(TITLES));
  expect(await findAll(worker)).toEqual(Object.values(TITLES));
  expect((await worker.read.readFeeds()).map(({ articleCount }) => articleCount)).toEqual([2, 2]);
  expect(page?.counters.unread).toBe(stories.filter(({ isUnread }) => isUnread).length);
  expect(page?.counters.saved).toBe(stories.filter(({ isSaved }) => isSaved).length);
  const created = create.mock.calls.map(([id]) => id);
  expect(new Set(created).size).toBe(created.length);
  const shown = (await worker.notifications()).filter(({ shownAt }) => shownAt !== null);
  expect(shown.map(({ notificationId }) => notificationId).sort()).toEqual([...created].sort());
  const told = shown.flatMap(({ storyIds }) => storyIds);
  expect(told).toHaveLength(2);
  expect(new Set(told).size).toBe(2);
  expect(await worker.read.readRefreshProgress(now)).toBeNull();
}

/** Kills the worker at each of its steps in turn, until it outlives what it does. */
async function killEverywhere(
  act: (worker: Worker) => Promise<unknown>,
  check: (worker: Worker) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    const first = await followBoth();
    dieAt(step);
    await act(first).catch(() => undefined);
    const isDead = await bury();
    const next = await startWorker();
    await expectNoStaleCopy(next);
    await check(next);
    await expectNoStaleCopy(next);
    if (!isDead) return step;
  }
}

const soon = () => Date.now() + HOUR;

test('killed anywhere in a refresh', { timeout: PATIENCE }, async () => {
  const steps = await killEverywhere(
    (worker) => worker.refresh({ now: Date.now() + 30 * MINUTE }),
    (worker) => expectWhole(worker, soon()),
  );
  expect(steps).toBeGreaterThan(20);
});

test('killed anywhere in what the user asks for', { timeout: PATIENCE }, async () => {
  const steps = await killEverywhere(
    async ({ commands, read }) => {
      const [first, second] = (await read.readFrontPage())?.stories ?? [];
      const storyIds = [first?.storyId ?? ''];
      await commands.setStoriesRead({ storyIds, isRead: true });
      await commands.setStorySaved({ storyId: second?.storyId ?? '', isSaved: true });
      await commands.openStory({ storyId: second?.storyId ?? '', articleId: null, isBehind: true });
      const draft = { topicId: null, name: '', query: 'bridge', isNotifying: false } as const;
      const forGood = { publishers: [], untilAt: null };
      await commands.saveTopic({ ...draft, ...forGood, action: 'follow' });
      const [feed] = await read.readFeeds();
      await commands.removeFeed({ feedId: feed?.feed.feedId ?? '' });
      await commands.restoreFeed({ feedId: feed?.feed.feedId ?? '' });
    },
    async (worker) => {
      // Undo of a removal that the worker did not live to undo.
      for (const url of urls()) await worker.commands.restoreFeed({ feedId: feedIdOf(url) });
      await expectWhole(worker, soon());
    },
  );
  expect(steps).toBeGreaterThan(10);
});

test('killed anywhere while a feed is added by hand', { timeout: PATIENCE }, async () => {
  const steps = await killEverywhere(
    async ({ commands }) => {
      server.set('/c', { body: rss({ title: 'Gazette /c', items: [] }) });
      await commands.addFeed({ address: server.url('/c') });
    },
    async (worker) => {
      await worker.commands.addFeed({ address: server.url('/c') });
      const feeds = await worker.read.readFeeds();
      expect(feeds.filter(({ feed }) => feed.feedUrl === server.url('/c'))).toHaveLength(1);
      await worker.commands.removeFeed({ feedId: feedIdOf(server.url('/c')) });
      await expectWhole(worker, soon());
    },
  );
  expect(steps).toBeGreaterThan(10);
});

test('killed anywhere while a notification is clicked', { timeout: PATIENCE }, async () => {
  const steps = await killEverywhere(
    async (worker) => {
      await worker.refresh({ now: Date.now() + 30 * MINUTE });
      const [id = ''] = Object.keys(await fakeBrowser.notifications.getAll());
      await worker.onNotificationClicked(id);
    },
    (worker) => expectWhole(worker, soon()),
  );
  expect(steps).toBeGreaterThan(10);
});

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { refresh } from '../../src/background/refresh';
import { listFeeds } from '../../src/storage/feeds';
import {
  readFrontPage,
  readNotificationLog,
  readRefreshProgress,
  readSettings,
} from '../../src/storage/read';
import { rss, type SampleItem } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { DAY, HOUR } from '../support/make';
import { extension, notificationsOnScreen, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const YEAR = 365 * DAY;
let server: FeedServer;
/** The servers' clocks are right. */
const START = Date.now();

beforeEach(async () => {
  await reinstall();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*');
});

function serve(...items: SampleItem[]): void {
  server.set('/feed', { body: rss({ title: 'Gazette', items }), headers: { ETag: '"same"' } });
}

const item = (id: string, published = new Date(START)): SampleItem => ({
  ...{ id, title: `Headline ${id}`, link: `https://gazette.example/${id}`, published },
});

async function stories() {
  return (await readFrontPage())?.stories ?? [];
}
const titles = async () => (await stories()).map(({ lead }) => lead.title).sort();

async function follow(now: number): Promise<void> {
  const candidates = [{ feedUrl: server.url('/feed'), title: null, siteUrl: null }];
  await commands.followFeeds({ candidates });
  // The first refresh has begun by itself.
  await refresh({ now: START });
  await refresh({ now });
}

test('a clock a year ahead drops nothing, and what came by it is in its place once it is right', async () => {
  serve(item('one'));
  await follow(START);
  serve(item('two'), item('one'));
  await refresh({ now: START + YEAR });
  await refresh({ now: START + YEAR + DAY });
  expect(await titles()).toEqual(['Headline one', 'Headline two']);

  serve(item('three'), item('two'), item('one'));
  await refresh({ now: START + 3 * HOUR });
  expect(await titles()).toEqual(['Headline one', 'Headline three', 'Headline two']);
  const page = await readFrontPage();
  expect(page?.refreshedAt).toBeLessThan(START + DAY);
  const { states } = await listFeeds();
  for (const state of states.values()) expect(state.nextCheckAt).toBeLessThan(START + DAY);
  expect(page?.counters.unread).toBe(3);
});

test('a clock a year behind goes on, and the dates it did not believe are read when it is right', async () => {
  serve(item('one'));
  await follow(START);
  const undated = item('two');
  serve(undated, item('one'));
  await refresh({ now: START - YEAR });
  expect(
    (await stories()).find(({ lead }) => lead.title === 'Headline two')?.lead.publishedAt,
  ).toBeNull();

  await refresh({ now: START + HOUR });
  await refresh({ now: START + 2 * HOUR });
  const two = (await stories()).find(({ lead }) => lead.title === 'Headline two');
  const second = Math.floor(START / 1000) * 1000;
  expect(two?.lead.publishedAt).toBe(second);
  expect(two?.sortAt).toBe(second);
  expect(two?.lead.isEdited).toBe(false);
  expect(await titles()).toHaveLength(2);
});

test('set back by hours, feeds are checked at once and not only when the clock has caught up', async () => {
  serve(item('one'));
  await follow(START + 20 * HOUR);
  serve(item('two'), item('one'));
  expect(await refresh({ now: START })).toMatchObject({ checked: 1, added: 1 });
});

test('what was told by a wrong clock is told once, and later news is not silenced', async () => {
  serve();
  await follow(START);
  await commands.updateSettings({ patch: { notificationLevel: 'everything' } });
  serve(item('one'));
  await refresh({ now: START - YEAR });
  expect(await notificationsOnScreen()).toHaveLength(1);
  await refresh({ now: START + HOUR });
  expect(await notificationsOnScreen()).toHaveLength(1);
  serve(item('two', new Date(START + HOUR)), item('one'));
  await refresh({ now: START + 2 * HOUR });
  expect(await notificationsOnScreen()).toHaveLength(2);
});

test('what was held back by a wrong clock is in the log at its right time, with its reason', async () => {
  serve();
  await follow(START);
  const [feed] = (await listFeeds()).feeds;
  const { notifications } = await readSettings();
  const feeds = { [feed?.feedId ?? '']: 'never' as const };
  await commands.updateSettings({
    patch: { notificationLevel: 'everything', notifications: { ...notifications, feeds } },
  });
  const { published, ...undated } = item('one');
  serve(undated);
  await refresh({ now: START + YEAR });
  const heldTimes = async (now: number) =>
    (await readNotificationLog(now)).flatMap((entry) => (entry.kind === 'held' ? [entry.at] : []));
  expect(await heldTimes(START + YEAR)).toEqual([START + YEAR]);
  await refresh({ now: START + HOUR });
  const [heldAt = 0, ...others] = await heldTimes(START + HOUR);
  expect(others).toEqual([]);
  expect(Math.abs(heldAt - START)).toBeLessThan(2 * HOUR);
});

test('a refresh that died before the clock was set back does not seem to run for a year', async () => {
  serve(item('one'));
  await follow(START);
  server.set('/feed', { status: 500 });
  await refresh({ now: START + YEAR }).catch(() => undefined);
  expect(await readRefreshProgress(START)).toBeNull();
});

import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands as unguarded } from '../../src/background/commands';
import { guardChoices } from '../../src/background/guard-choices';
import { onAlarm } from '../../src/background/on-alarm';
import { SYNC_ALARM, syncChoices } from '../../src/background/sync';
import { hashText } from '../../src/domain/article/hash-text';
import { readFeeds, readFrontPage, readSettings, readTopics } from '../../src/storage/read';
import { readSnapshots } from '../../src/storage/snapshots';
import { readSyncStatus } from '../../src/storage/sync/state';
import { HOUR, MINUTE } from '../support/make';
import { reinstall } from './fake-extension';
import { Cloud, enforceQuota, Installation, quota } from './sync-cloud';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const commands = guardChoices(unguarded);
let cloud: Cloud;
let home: Installation;
let work: Installation;
let now = Date.UTC(2030, 0, 1);

beforeEach(async () => {
  vi.restoreAllMocks();
  await reinstall();
  enforceQuota();
  cloud = new Cloud();
  [home, work] = [new Installation(cloud), new Installation(cloud)];
  vi.useFakeTimers({ toFake: ['Date'], now });
  onTestFinished(() => void vi.useRealTimers());
});

const candidates = (...names: string[]) =>
  names.map((name) => ({ feedUrl: `https://${name}.example/feed`, title: name, siteUrl: null }));
const follow = (...names: string[]) => commands.followFeeds({ candidates: candidates(...names) });
const join = () => commands.setSyncing({ isOn: true });
const titles = async () => (await readFeeds()).map(({ feed }) => feed.title);
const idOf = async (title: string) =>
  (await readFeeds()).find(({ feed }) => feed.title === title)?.feed.feedId ?? '';

function pass(ms: number): void {
  now += ms;
  vi.setSystemTime(now);
}

/** Time in which both browsers are in use and on line. */
async function meet(...installations: Installation[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const one of installations) {
      one.download();
      await one.use(async () => {
        pass(5 * MINUTE);
        await syncChoices(now);
      });
      one.upload();
    }
  }
}

async function pair(...names: string[]): Promise<void> {
  await home.use(async () => {
    await follow(...names);
    await join();
  });
  home.upload();
  work.download();
  await work.use(join);
  work.upload();
}

test('a second browser gets feeds, topics and settings, and asks for access to their sites', async () => {
  await home.use(async () => {
    await follow('gazette', 'orbit');
    await commands.saveTopic({
      ...{ topicId: null, name: 'Space', query: 'rocket', publishers: [], untilAt: null },
      ...{ action: 'follow', isNotifying: true },
    });
    await commands.updateSettings({ patch: { notificationLevel: 'everything' } });
    expect(await join()).toMatchObject({ problem: null, leftOut: { feeds: 0 } });
  });
  home.upload();
  work.download();
  await work.use(async () => {
    expect(await join()).toMatchObject({ problem: null, arrived: { feedsAdded: 2 } });
    expect(await titles()).toEqual(['gazette', 'orbit']);
    expect(await readTopics()).toMatchObject([{ name: 'Space', isNotifying: true }]);
    expect(await readSettings()).toMatchObject({
      ...{ notificationLevel: 'everything', hasStarted: true, syncsChoices: true },
    });
    await vi.waitFor(async () => {
      expect((await readFrontPage())?.problems).toEqual({ failing: 2, permission: 2 });
    });
  });
});

test('off, nothing leaves the browser and nothing is taken', async () => {
  await home.use(async () => {
    await follow('gazette');
    await syncChoices(now);
    await commands.updateSettings({ patch: { notificationLevel: 'off' } });
    expect(await fakeBrowser.alarms.get(SYNC_ALARM)).toBeUndefined();
  });
  expect(home.synced).toEqual({});
});

test('what is chosen is told half a minute later, once, and by the next start when the worker died', async () => {
  await pair('gazette');
  quota.operations = 0;
  await home.use(async () => {
    for (const name of ['orbit', 'harbor', 'summit']) await follow(name);
    expect(await fakeBrowser.alarms.get(SYNC_ALARM)).toMatchObject({ scheduledTime: now + 30_000 });
    expect(quota.operations).toBe(0);
    pass(30_000);
    await onAlarm({ name: SYNC_ALARM, scheduledTime: now });
    expect(quota.operations).toBeLessThanOrEqual(3);
  });
  await meet(work);
  home.upload();
  await meet(work);
  await work.use(async () => expect(await titles()).toHaveLength(4));
});

test('a removal elsewhere removes here, after a snapshot to go back to', async () => {
  await pair('gazette', 'orbit', 'harbor', 'summit', 'valley');
  await home.use(async () => {
    for (const name of ['gazette', 'orbit', 'harbor']) {
      await commands.removeFeed({ feedId: await idOf(name) });
    }
  });
  await meet(home, work);
  await work.use(async () => {
    expect(await titles()).toEqual(['summit', 'valley']);
    expect(await readSyncStatus()).toMatchObject({ arrived: { feedsRemoved: 3 } });
    const [snapshot] = await readSnapshots();
    expect(snapshot).toMatchObject({
      ...{ reason: 'sync', isSame: false },
      difference: { feedsAdded: ['gazette', 'harbor', 'orbit'], feedsRemoved: [] },
    });
    await commands.goBack({ snapshotId: snapshot?.snapshotId ?? '' });
    expect(await titles()).toHaveLength(5);
  });
  await meet(work, home);
  await home.use(async () => expect(await titles()).toHaveLength(5));
});

test('removed topics stay removed, and what was removed while off does not come back', async () => {
  await pair('gazette', 'orbit');
  const topic = { name: 'Rain', publishers: [], untilAt: null, isNotifying: false };
  await home.use(async () => {
    await commands.saveTopic({ ...topic, topicId: 'rain', query: 'rain', action: 'mute' });
  });
  await meet(home, work);
  await work.use(async () => {
    await commands.setSyncing({ isOn: false });
    await commands.removeTopic({ topicId: 'rain' });
    await commands.removeFeed({ feedId: await idOf('orbit') });
    await join();
  });
  await meet(work, home);
  await home.use(async () => {
    expect(await readTopics()).toEqual([]);
    expect(await titles()).toEqual(['gazette']);
  });
});

type Items = Record<string, unknown>;
const chunkKeys = (items: Items) => Object.keys(items).filter((key) => key.startsWith('c/'));
const without = (items: Items, keys: string[]): Items =>
  Object.fromEntries(Object.entries(items).filter(([key]) => !keys.includes(key)));
const damaged = (items: Items): Items => ({
  ...items,
  ...Object.fromEntries(chunkKeys(items).map((key) => [key, 'xyz'])),
});

test.each<[string, (items: Items) => Items]>([
  ['emptied', () => ({})],
  ['without its manifest', (items) => without(items, ['choices'])],
  ['without its chunks', (items) => without(items, chunkKeys(items))],
  ['with damaged chunks', damaged],
  ['with a damaged manifest', (items) => ({ ...items, choices: { version: 1, chunks: [7] } })],
  ['of no shape at all', (items) => ({ ...items, choices: 'hello' })],
])('a sync area that is %s takes nothing away, and is written again', async (_, change) => {
  await pair('gazette', 'orbit');
  work.damage(change);
  await meet(work);
  await work.use(async () => {
    expect(await titles()).toEqual(['gazette', 'orbit']);
    expect(await readSyncStatus()).toMatchObject({ problem: null });
  });
  await meet(home, work);
  await home.use(async () => expect(await titles()).toEqual(['gazette', 'orbit']));
  const fresh = new Installation(cloud);
  fresh.download();
  await fresh.use(async () => {
    await join();
    expect(await titles()).toEqual(['gazette', 'orbit']);
  });
});

test('what arrives in parts is waited for, and then taken whole', async () => {
  await pair('gazette');
  await home.use(() => follow('orbit', 'harbor'));
  await meet(home);
  work.download((key) => key === 'choices');
  await work.use(async () => {
    await syncChoices(now);
    expect(await readSyncStatus()).toMatchObject({ problem: 'incomplete' });
    expect(await titles()).toEqual(['gazette']);
  });
  work.download();
  await work.use(async () => {
    await syncChoices(now);
    expect(await titles()).toEqual(['gazette', 'harbor', 'orbit']);
    expect(await readSyncStatus()).toMatchObject({ problem: null, retryAt: null });
  });
});

test('what a newer version wrote is neither read nor overwritten', async () => {
  await pair('gazette');
  const written = { version: 2, chunks: [], more: 'than we know' };
  work.damage((items) => ({ ...items, choices: written }));
  await work.use(async () => {
    await follow('orbit');
    pass(HOUR);
    await syncChoices(now);
    expect(await readSyncStatus()).toMatchObject({ problem: 'newer' });
    expect(await titles()).toEqual(['gazette', 'orbit']);
  });
  expect(work.synced['choices']).toEqual(written);
});

test('a browser that refuses is asked again later and later; then everything is told', async () => {
  await pair('gazette');
  await home.use(async () => {
    await follow('orbit');
    quota.isRefusing = true;
    await syncChoices(now);
    const first = await readSyncStatus();
    expect(first).toMatchObject({ problem: 'refused', failures: 1, retryAt: now + MINUTE });
    expect(await fakeBrowser.alarms.get(SYNC_ALARM)).toMatchObject({ scheduledTime: now + MINUTE });
    const asked = quota.operations;
    await syncChoices(now + 1);
    expect(quota.operations).toBe(asked);
    pass(MINUTE);
    await syncChoices(now);
    expect(await readSyncStatus()).toMatchObject({ failures: 2, retryAt: now + 2 * MINUTE });
    quota.isRefusing = false;
    pass(2 * MINUTE);
    await syncChoices(now);
    expect(await readSyncStatus()).toMatchObject({ problem: null, failures: 0, retryAt: null });
  });
  await meet(home, work);
  await work.use(async () => expect(await titles()).toEqual(['gazette', 'orbit']));
});

test('without sync storage everything goes on, and that is said', async () => {
  vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('disabled by policy'));
  await follow('gazette');
  expect(await join()).toMatchObject({ problem: 'unavailable' });
  expect(await titles()).toEqual(['gazette']);
});

test('more than fits is told in part, and how much is missing is known', async () => {
  const many = Array.from({ length: 1_500 }, (_, index) => ({
    feedUrl: `https://${hashText(`${index}`)}.example/${hashText(`/${index}`)}${hashText(`+${index}`)}`,
    ...{ title: `Feed ${index}`, siteUrl: null },
  }));
  await home.use(async () => {
    await commands.followFeeds({ candidates: many });
    const state = await join();
    expect(state?.problem).toBeNull();
    expect(state?.leftOut.feeds).toBeGreaterThan(100);
    await commands.renameFeed({ feedId: await idOf('Feed 0'), title: 'First' });
    await commands.updateSettings({ patch: { notificationLevel: 'off' } });
    pass(MINUTE);
    await syncChoices(now);
    expect(await readSyncStatus()).toMatchObject({ problem: null });
  });
  home.upload();
  work.download();
  await work.use(async () => {
    const state = await join();
    expect((await readSettings()).notificationLevel).toBe('off');
    expect((await readFeeds()).length).toBeGreaterThan(500);
    expect(state).toMatchObject({ problem: null, leftOut: { feeds: 0 } });
  });
  await home.use(async () => expect(await readFeeds()).toHaveLength(1_500));
});

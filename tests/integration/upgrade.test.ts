import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { commands } from '../../src/background/commands';
import { ready } from '../../src/background/ready';
import { refresh } from '../../src/background/refresh';
import { addressKeyOf, articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import { parseSearch } from '../../src/domain/search/parse';
import { closeDatabase } from '../../src/storage/database';
import { readFeeds, readFrontPage, readSettings, readTrouble } from '../../src/storage/read';
import { openSearch } from '../../src/storage/read-search';
import {
  fill,
  openFirstVersion,
  openSecondVersion,
  openThirdVersion,
} from '../support/earlier-versions';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { HOUR } from '../support/make';
import { extension, notificationsOnScreen, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

/** Feeds write whole seconds. */
const NOW = Math.floor(Date.now() / 1000) * 1000;
let server: FeedServer;

beforeEach(async () => {
  await reinstall();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*');
});

const link = 'https://gazette.example/ferry';

async function useFirstVersion(): Promise<IDBDatabase> {
  const database = await openFirstVersion();
  await fill(database, await contents());
  return database;
}

/** As version 2 stored it: feeds may have moved, and articles are known by their address. */
async function useSecondVersion(): Promise<IDBDatabase> {
  const database = await openSecondVersion();
  await fill(database, await secondContents());
  return database;
}

/** As version 3 stored it: a publisher's own mark may be trusted. */
async function useThirdVersion(): Promise<IDBDatabase> {
  const database = await openThirdVersion();
  const { feeds, ...others } = await secondContents();
  await fill(database, {
    ...others,
    feeds: feeds.map((feed) => ({ ...feed, trustsKicker: false })),
  });
  return database;
}

async function secondContents() {
  const { feeds, feedStates, statuses, ...others } = await contents();
  const unknown = { freshMs: null, skip: null, rhythmMs: null, brokeAt: null, documentAt: null };
  const [{ feedId } = { feedId: '' }] = feeds;
  const knownAs = [addressKeyOf({ feedId, url: link })];
  return {
    ...others,
    feeds: feeds.map((feed) => ({ ...feed, formerUrls: [], checkEveryMs: null })),
    feedStates: feedStates.map((state) => ({
      ...{ ...state, ...unknown, answeredUrl: null, move: null },
    })),
    statuses: statuses.map((status) => ({ ...status, knownAs })),
  };
}

/** What version 1 stored of a feed with one article that was told, read and saved. */
async function contents() {
  const feedUrl = server.url('/feed');
  const feedId = feedIdOf(feedUrl);
  const articleId = articleIdOf({ feedId, guid: 'old guid', url: link, title: 'Ferry' });
  const storyId = `s${articleId}`;
  const times = { arrivedAt: NOW - HOUR, sortAt: NOW - HOUR };
  const lead = { articleId, feedId, publisher: 'Gazette', title: 'Ferry', url: link };
  const marks = { isUnread: false, isSaved: true, isHidden: false, topicIds: [], mutedBy: [] };
  const settings = { notificationLevel: 'everything', hasStarted: true };
  await browser.storage.local.set({ settings });
  return {
    feeds: [
      { feedId, feedUrl, siteUrl: null, title: 'Gazette', addedAt: NOW - HOUR, removedAt: null },
    ],
    feedStates: [
      {
        ...{ feedId, validators: null, contentHash: 'old', checkedAt: NOW - HOUR },
        ...{
          succeededAt: NOW - HOUR,
          nextCheckAt: NOW,
          intervalMs: null,
          errorCount: 0,
          lastError: null,
        },
      },
    ],
    articles: [
      {
        ...{ articleId, feedId, storyId, guid: 'old guid', url: link, title: 'Ferry', summary: '' },
        ...{ author: null, tags: [], imageUrl: null, commentsUrl: null, ...times },
        ...{ publishedAt: NOW - HOUR, updatedAt: null, isBacklog: false, revisions: [] },
        ...{ topicIds: [], mutedBy: [], kicker: null },
      },
    ],
    statuses: [
      {
        articleId,
        feedId,
        arrivedAt: NOW - HOUR,
        lastSeenAt: NOW - HOUR,
        readAt: NOW,
        savedAt: NOW,
      },
    ],
    stories: [
      {
        ...{ storyId, articleIds: [articleId], publisherCount: 1, ...marks, breaking: null },
        ...{ sortAt: NOW - HOUR, visibleAt: NOW - HOUR, hiddenAt: null, savedAt: NOW - HOUR },
        ...{ breakingAt: null, topicKeys: [] },
        lead: { ...lead, publishedAt: NOW - HOUR, updatedAt: null, isEdited: false },
      },
    ],
    notifications: [
      {
        ...{ notificationId: `story:${storyId}`, storyIds: [storyId], reason: 'everything' },
        ...{
          because: [],
          decidedAt: NOW - HOUR,
          shownAt: NOW - HOUR,
          expiredAt: null,
          clickedAt: null,
        },
      },
    ],
  };
}

/** The publisher gives the article a new guid, edits it, and adds another one. */
async function refreshAfterUpgrade(): Promise<void> {
  const published = new Date(NOW - HOUR);
  const body = rss({
    title: 'Gazette',
    items: [
      { id: 'new guid', title: 'Ferry runs daily', link, published },
      { id: 'two', title: 'Lighthouse', link: 'https://gazette.example/two', published },
    ],
  });
  server.set('/feed', { body });
  await refresh({ now: NOW + HOUR });
}

async function expectNothingLost(): Promise<void> {
  const page = await readFrontPage();
  const titles = page?.stories.map(({ lead, isUnread, isSaved }) => [
    lead.title,
    isUnread,
    isSaved,
  ]);
  expect(titles?.sort()).toEqual([
    ['Ferry runs daily', false, true],
    ['Lighthouse', true, false],
  ]);
  expect(await readSettings()).toMatchObject({ notificationLevel: 'everything', hasStarted: true });
  expect(await notificationsOnScreen()).toHaveLength(1);
}

test('an update from version 1 keeps what was read, saved and told, and knows articles by their address', async () => {
  (await useFirstVersion()).close();
  await refreshAfterUpgrade();
  await expectNothingLost();
});

test('an update from version 2 does as well', async () => {
  (await useSecondVersion()).close();
  await refreshAfterUpgrade();
  await expectNothingLost();
});

test('an upgrade that dies in the middle is done again', async () => {
  (await useFirstVersion()).close();
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('dateline', 3);
    opening.onupgradeneeded = () => {
      opening.transaction?.objectStore('statuses').createIndex('byOtherKey', 'knownAs');
      opening.transaction?.abort();
    };
    opening.onerror = () => resolve();
    opening.onsuccess = () => reject(new Error('not aborted'));
  });
  await refreshAfterUpgrade();
  await expectNothingLost();
});

test('a page that still has the earlier version open lets go of it, and the upgrade goes on', async () => {
  const page = await useFirstVersion();
  page.onversionchange = () => page.close();
  await refreshAfterUpgrade();
  await expectNothingLost();
});

/** Opens the database as a version that is yet to come. */
function useNewerVersion(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dateline', 99);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

test('a profile of a newer version is told apart and left as it is', async () => {
  (await useFirstVersion()).close();
  await refreshAfterUpgrade();
  expect(await readTrouble()).toBeNull();
  const newer = await useNewerVersion();
  expect(await readTrouble()).toBe('newer');
  await expect(refresh({ now: NOW + 2 * HOUR })).rejects.toThrow();
  await expect(commands.markAllRead({ topicId: null })).rejects.toThrow();
  expect(newer.version).toBe(99);
  expect([...newer.objectStoreNames]).toContain('statuses');
  newer.close();
  expect(await readFeeds().catch((error: Error) => error.name)).toBe('VersionError');
});

test('settings that only a newer version knows survive a change of others', async () => {
  const settings = { notificationLevel: 'digest', hasStarted: true, theme: 'sepia' };
  await browser.storage.local.set({ settings });
  expect(await commands.updateSettings({ patch: { hasStarted: true } })).toMatchObject({
    notificationLevel: 'breaking',
  });
  expect((await browser.storage.local.get('settings'))['settings']).toEqual(settings);
  await closeDatabase();
});

test.each([
  ['1', useFirstVersion],
  ['2', useSecondVersion],
  ['3', useThirdVersion],
])(
  'what version %s stored can be searched at once, and in whatever steps the index is made',
  async (_, use) => {
    (await use()).close();
    const find = async () => {
      const results = await openSearch(parseSearch('ferry ').query, NOW);
      const { found } = await results.next();
      return found.map(({ story }) => story.lead.title);
    };
    expect(await find()).toEqual(['Ferry']);
    await ready();
    expect(await find()).toEqual(['Ferry']);
    await refreshAfterUpgrade();
    expect(await find()).toEqual(['Ferry runs daily']);
  },
);

import { fakeBrowser } from '@webext-core/fake-browser';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { refresh } from '../../src/background/refresh';
import type { KeptArticle } from '../../src/domain/backup/entry';
import type { RestoreMode } from '../../src/domain/choices/model';
import type { Feed, NotificationRecord, Topic } from '../../src/domain/model';
import { parseSearch } from '../../src/domain/search/parse';
import type { CommandName, CommandPayload } from '../../src/messaging/protocol';
import { readRestoreDifferences } from '../../src/storage/backup/differences';
import { dumpBackup } from '../../src/storage/backup/dump';
import { inReadTransaction, inWriteTransaction, STORES } from '../../src/storage/database';
import { readFeeds, readFrontPage, readSettings, readStories } from '../../src/storage/read';
import { openSearch } from '../../src/storage/read-search';
import { readContents, restoreBackup } from '../../src/ui/state/restore-backup';
import { item } from '../e2e/items';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { HOUR, NOW } from '../support/make';
import { distinct, feeds, keptArticles, notifications, topics } from '../unit/backup/arbitrary';
import { extension, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));
// The page and the worker are one process here; what travels is JSON as in Chrome.
vi.mock('../../src/messaging/send', () => ({
  send: async <N extends CommandName>(command: N, payload: CommandPayload<N>) => {
    const handle = commands[command] as (payload: unknown) => Promise<unknown>;
    return JSON.parse(JSON.stringify((await handle(JSON.parse(JSON.stringify(payload)))) ?? null));
  },
}));

let server: FeedServer;

beforeEach(async () => {
  await reinstall();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  server.set('/gazette', {
    body: rss({ title: 'Gazette', items: [item('Harbor opens'), item('Rain expected')] }),
  });
  server.set('/orbit', { body: rss({ title: 'Orbit', items: [item('Rocket lands')] }) });
});

const ignore = () => undefined;

async function backup(): Promise<Blob> {
  const parts: string[] = [];
  await dumpBackup({
    ...{ madeAt: NOW, madeBy: '0.1.0', onProgress: ignore },
    onText: (text) => parts.push(text),
  });
  return new Blob(parts);
}

async function restore(file: Blob, mode: RestoreMode = 'replace') {
  const contents = await readContents(file, ignore);
  if (!contents.ok) throw new Error(contents.error);
  return restoreBackup({ file, contents: contents.value, mode, onProgress: ignore });
}

async function use(): Promise<void> {
  extension.granted.add('*://127.0.0.1/*');
  await commands.addFeed({ address: server.url('/gazette') });
  await commands.addFeed({ address: server.url('/orbit') });
  await commands.saveTopic({
    ...{ topicId: null, name: 'Space', query: 'rocket', publishers: [] },
    ...{ action: 'follow', isNotifying: true, untilAt: null },
  });
  await commands.updateSettings({
    patch: {
      ...{ notificationLevel: 'everything', keepDays: 90 },
      appearance: { theme: 'dark', language: 'ru' },
    },
  });
  await commands.setStorySaved({ storyId: await storyOf('Rocket lands'), isSaved: true });
  await commands.setStoriesRead({ storyIds: [await storyOf('Harbor opens')], isRead: true });
}

const storyOf = async (title: string) =>
  (await readFrontPage())?.stories.find(({ lead }) => lead.title === title)?.storyId ?? '';

/** What a person sees. */
async function seen() {
  const page = await readFrontPage();
  const saved = await readStories({ kind: 'saved' }, null);
  return {
    feeds: (await readFeeds()).map(({ feed }) => feed),
    topics: page?.topics,
    stories: page?.stories,
    unread: page?.counters.unread,
    saved: saved.stories,
    settings: await readSettings(),
  };
}

async function find(words: string): Promise<string[]> {
  const { query } = parseSearch(words);
  const { found } = await (await openSearch(query, Date.now())).next();
  return found.map(({ story }) => story.lead.title);
}

async function countAll(): Promise<number> {
  return inReadTransaction(async (tx) => {
    expect([...tx.db.objectStoreNames].sort()).toEqual([...STORES].sort());
    const counts = await Promise.all(STORES.map((name) => tx.objectStore(name).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  }, STORES);
}

test('backed up, erased and restored, everything is as it was', async () => {
  await use();
  const before = await seen();
  expect(before).toMatchObject({ unread: 2, saved: [{ lead: { title: 'Rocket lands' } }] });
  const file = await backup();
  await commands.eraseAll({});
  expect(await readFeeds()).toEqual([]);
  expect((await readSettings()).hasStarted).toBe(false);
  const { added, undoId } = await restore(file);
  expect({ added, undoId }).toEqual({ added: 3, undoId: null });
  expect(await seen()).toEqual(before);
  expect(await find('rocket')).toEqual(['Rocket lands']);
});

test('erasing leaves nothing: stores, settings, the copy in the account, notifications and access', async () => {
  await use();
  await commands.setSyncing({ isOn: true });
  expect(Object.keys(await fakeBrowser.storage.sync.get(null))).not.toEqual([]);
  await commands.eraseAll({});
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await countAll()).toBe(0);
  expect(await fakeBrowser.notifications.getAll()).toEqual({});
  expect([...extension.granted]).toEqual([]);
  expect(extension.badge).toBe('');
});

test('erasing while feeds are checked erases what they bring as well', async () => {
  await use();
  const checking = refresh({ now: Date.now(), mode: 'manual' });
  await commands.eraseAll({});
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await readFeeds()).toEqual([]);
  expect(await countAll()).toBe(0);
  await checking;
});

test('adding keeps what is here, and undo takes away only what came', async () => {
  await use();
  const file = await backup();
  await commands.eraseAll({});
  extension.granted.add('*://127.0.0.1/*');
  server.set('/herald', { body: rss({ title: 'Herald', items: [item('Bridge closed')] }) });
  await commands.addFeed({ address: server.url('/herald') });
  const titles = async () => (await readFeeds()).map(({ feed }) => feed.title).sort();
  const { undoId } = await restore(file, 'add');
  expect(await titles()).toEqual(['Gazette', 'Herald', 'Orbit']);
  expect((await readSettings()).notificationLevel).toBe('breaking');
  await commands.goBack({ snapshotId: undoId ?? '' });
  expect(await titles()).toEqual(['Herald']);
});

test('replacing takes away what the backup does not have, can be undone, and says so before', async () => {
  await use();
  const file = await backup();
  const herald = { feedUrl: server.url('/herald'), title: 'Herald', siteUrl: null };
  await commands.followFeeds({ candidates: [herald] });
  const contents = await readContents(file, ignore);
  if (!contents.ok) throw new Error(contents.error);
  const { add, replace } = await readRestoreDifferences(contents.value.choices);
  expect(add).toMatchObject({ feedsAdded: [], feedsRemoved: [], areSettingsChanged: false });
  expect(replace).toMatchObject({ feedsAdded: [], feedsRemoved: ['Herald'] });
  const { undoId } = await restore(file);
  expect(await readFeeds()).toHaveLength(2);
  await commands.goBack({ snapshotId: undoId ?? '' });
  expect(await readFeeds()).toHaveLength(3);
});

test('restoring twice, or the same again, changes nothing more', async () => {
  await use();
  const before = await seen();
  const file = await backup();
  expect((await restore(file)).added).toBe(0);
  expect((await restore(file, 'add')).added).toBe(0);
  expect(await seen()).toEqual(before);
});

test('a file that is damaged changes nothing', async () => {
  await use();
  const before = await seen();
  const text = await (await backup()).text();
  const cut = new Blob([text.slice(0, text.length / 2)]);
  expect(await readContents(cut, ignore)).toEqual({ ok: false, error: 'cut-off' });
  const changed = new Blob([text.replace('Harbor opens', 'Harbor shuts')]);
  expect(await readContents(changed, ignore)).toEqual({ ok: false, error: 'damaged' });
  const endless = new Blob(['['.repeat(1_500_000)]);
  expect(await readContents(endless, ignore)).toEqual({ ok: false, error: 'not-a-backup' });
  expect(await seen()).toEqual(before);
});

interface Stored {
  feeds: Feed[];
  topics: Topic[];
  kept: KeptArticle[];
  told: NotificationRecord[];
}

async function store({ feeds: followed, topics: chosen, kept, told }: Stored): Promise<void> {
  await inWriteTransaction(async (tx) => {
    for (const name of STORES) await tx.objectStore(name).clear();
    for (const feed of followed) await tx.objectStore('feeds').put(feed);
    for (const topic of chosen) await tx.objectStore('topics').put(topic);
    for (const { article, status } of kept) {
      if (article) await tx.objectStore('articles').put(article);
      if (status) await tx.objectStore('statuses').put(status);
    }
    for (const record of told) await tx.objectStore('notifications').put(record);
  }, STORES);
}

/** Entries by what they are of; which topics an article matches and its story are worked out anew. */
async function dumped(): Promise<Map<string, unknown>> {
  const [, ...entries] = JSON.parse(await (await backup()).text());
  return new Map(
    entries.slice(0, -1).map((entry: Record<string, Record<string, unknown> | null>) => {
      const { kind, article, status, ...rest } = entry;
      const about = { ...status, ...article, ...rest[String(kind)] };
      const names = ['articleId', 'feedId', 'topicId', 'notificationId'];
      const name = names.find((one) => about[one] !== undefined) ?? '';
      const plain = article && { ...article, storyId: null, topicIds: [], mutedBy: [] };
      return [`${kind} ${about[name]}`, { ...entry, article: plain }];
    }),
  );
}

test('whatever is stored, the file made after restoring says the same as the first', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + HOUR });
  onTestFinished(() => void vi.useRealTimers());
  const idOf = ({ article, status }: KeptArticle) => article?.articleId ?? status?.articleId ?? '';
  const anything = fc.record({
    feeds: distinct(feeds, ({ feedId }) => feedId, 3),
    topics: distinct(topics, ({ topicId }) => topicId, 3),
    kept: distinct(keptArticles, idOf, 6),
    told: distinct(notifications, ({ notificationId }) => notificationId, 2),
  });
  await fc.assert(
    fc.asyncProperty(anything, async (stored) => {
      await store(stored);
      const file = await backup();
      const before = await dumped();
      await commands.eraseAll({});
      await restore(file);
      expect(await dumped()).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

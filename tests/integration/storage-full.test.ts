import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { ready } from '../../src/background/ready';
import { refresh } from '../../src/background/refresh';
import { readFeeds, readFrontPage, readTrouble } from '../../src/storage/read';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { DAY, HOUR } from '../support/make';
import { extension, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

let server: FeedServer;
const NOW = Date.now();

beforeEach(async () => {
  vi.restoreAllMocks();
  await reinstall();
  await ready();
  server = await FeedServer.start();
  onTestFinished(() => server.close());
  extension.granted.add('*://127.0.0.1/*');
  serve('one', 'two');
  await commands.addFeed({ address: server.url('/feed') });
});

function serve(...ids: string[]): void {
  const items = ids.map((id) => ({ id, title: `Headline ${id}`, link: `https://a.example/${id}` }));
  server.set('/feed', { body: rss({ title: 'Gazette', items }) });
}

const count = async () => (await readFeeds())[0]?.articleCount;
const page = async () => (await readFrontPage())?.counters.unread;

/** Writing an article finds no space while `isFull` says so. */
function fillDisk(isFull: () => boolean): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'articles' && isFull()) throw new DOMException('', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

test('without space nothing is half written, the user is told, and it heals when space is back', async () => {
  let isFull = true;
  fillDisk(() => isFull);
  serve('three', 'one', 'two');
  await expect(refresh({ now: NOW + HOUR })).rejects.toThrow();
  expect(await readTrouble()).toBe('full');
  expect([await count(), await page()]).toEqual([2, 2]);

  isFull = false;
  await refresh({ now: NOW + 2 * HOUR });
  expect(await readTrouble()).toBeNull();
  expect([await count(), await page()]).toEqual([3, 3]);
});

test('room is made by dropping what arrived longest ago and is neither listed nor saved', async () => {
  const saved = (await readFrontPage())?.stories.find(({ lead }) => lead.title === 'Headline one');
  await commands.setStorySaved({ storyId: saved?.storyId ?? '', isSaved: true });
  const drop = vi.fn();
  const remove = IDBCursor.prototype.delete;
  vi.spyOn(IDBCursor.prototype, 'delete').mockImplementation(function (this: IDBCursor) {
    drop();
    return remove.call(this);
  });
  // The disk has room again as soon as something was deleted.
  fillDisk(() => drop.mock.calls.length === 0);
  vi.setSystemTime(NOW + 3 * DAY);
  onTestFinished(() => void vi.useRealTimers());
  serve('three');
  expect(await refresh({ now: NOW + 3 * DAY })).toMatchObject({ added: 1 });
  const titles = (await readFrontPage())?.stories.map(({ lead }) => lead.title).sort();
  expect(titles).toEqual(['Headline one', 'Headline three']);
  expect(await readTrouble()).toBeNull();
});

test('room that does not help is made once a day, and not at every write', async () => {
  fillDisk(() => true);
  serve('three');
  onTestFinished(() => void vi.useRealTimers());
  const refreshInVain = (hours: number) => {
    vi.setSystemTime(NOW + hours * HOUR);
    return expect(refresh({ now: NOW + hours * HOUR })).rejects.toThrow();
  };
  // Nothing to drop yet: everything was listed in the last two days.
  await refreshInVain(47);
  await refreshInVain(49);
  expect(await count()).toBe(2);
  await refreshInVain(72);
  expect(await count()).toBe(0);
});

test('a disk that is really full is said to be, whatever is told of the second write', async () => {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name !== 'articles') return put.apply(this, args);
    writes += 1;
    throw new DOMException('', writes === 1 ? 'QuotaExceededError' : 'UnknownError');
  });
  serve('three');
  await expect(refresh({ now: NOW + HOUR })).rejects.toThrow();
  expect(await readTrouble()).toBe('full');
});

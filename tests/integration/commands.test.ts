import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import { refresh } from '../../src/background/refresh';
import { DEFAULT_APPEARANCE } from '../../src/domain/appearance';
import { closeDatabase } from '../../src/storage/database';
import {
  previewTopic,
  readFeeds,
  readFrontPage,
  readPublishers,
  readStories,
  readTopics,
} from '../../src/storage/read';
import { retain, UNDO_MS } from '../../src/storage/retention';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { DAY } from '../support/make';
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
  const titles = ['Missile talks end', 'Football final tonight', 'Rain expected'];
  const items = titles.map((title, index) => ({
    ...{ id: title, title, link: `https://rt.example/${index}` },
    published: new Date(Date.UTC(2011, 10, 21, 12 - index)),
  }));
  server.set('/feed', { body: rss({ title: 'RT News', link: 'https://rt.example/', items }) });
});

const add = () => commands.addFeed({ address: server.url('/feed') });
const page = async () => {
  const record = await readFrontPage();
  if (!record) throw new Error('no front page');
  return record;
};
const titles = async () => (await page()).stories.map(({ lead }) => lead.title);
const storyOf = async (title: string) =>
  (await page()).stories.find(({ lead }) => lead.title === title)?.storyId ?? '';

test('adding a feed by its address follows it and shows its headlines at once; again is no second one', async () => {
  expect(await add()).toMatchObject({ kind: 'added', articleCount: 3, feed: { title: 'RT News' } });
  expect(await titles()).toHaveLength(3);
  expect(await add()).toMatchObject({ kind: 'already' });
  expect(await readFeeds()).toHaveLength(1);
});

test('opening a story opens its address and marks it read', async () => {
  await add();
  const storyId = await storyOf('Missile talks end');
  await commands.openStory({ storyId, articleId: null, isBehind: false });
  expect(extension.openedTabs).toEqual(['https://rt.example/0']);
  expect((await page()).counters.unread).toBe(2);
  expect(extension.badge).toBe('2');
});

test('an article opens where the user likes, and behind when asked so', async () => {
  await add();
  const storyId = await storyOf('Rain expected');
  const open = (isBehind: boolean) => commands.openStory({ storyId, articleId: null, isBehind });
  expect(await open(false)).toBe(false);
  expect(extension.tabPlace).toBe('front');
  const places = [
    ['same-tab', 'present'],
    ['background-tab', 'behind'],
  ] as const;
  for (const [openIn, place] of places) {
    const appearance = { ...DEFAULT_APPEARANCE, openIn };
    await commands.updateSettings({ patch: { appearance } });
    expect(await open(false)).toBe(place === 'behind');
    expect(extension.tabPlace).toBe(place);
  }
  expect(await open(true)).toBe(true);
  expect(extension.tabPlace).toBe('behind');
});

test('the badge changes with the choice of what it shows', async () => {
  await add();
  for (const [badge, text] of [
    ['dot', '•'],
    ['off', ''],
    ['count', '3'],
  ] as const) {
    await commands.updateSettings({ patch: { appearance: { ...DEFAULT_APPEARANCE, badge } } });
    expect(extension.badge).toBe(text);
  }
});

test('marking all read can be undone exactly', async () => {
  await add();
  await commands.setStoriesRead({ storyIds: [await storyOf('Rain expected')], isRead: true });
  const changed = await commands.markAllRead({ topicId: null });
  expect(changed).toHaveLength(2);
  expect((await page()).counters.unread).toBe(0);
  await commands.setArticlesRead({ articleIds: changed, isRead: false });
  const unread = (await page()).stories.filter(({ isUnread }) => isUnread);
  expect(unread.map(({ lead }) => lead.title)).toEqual([
    'Missile talks end',
    'Football final tonight',
  ]);
  expect((await page()).counters.unread).toBe(2);
});

test('saved stories stay in their view, and survive retention', async () => {
  await add();
  const storyId = await storyOf('Rain expected');
  await commands.setStorySaved({ storyId, isSaved: true });
  await retain(Date.now() + 60 * DAY);
  expect(await titles()).toEqual(['Rain expected']);
  expect((await readStories({ kind: 'saved' }, null)).stories).toHaveLength(1);
  expect((await page()).counters).toMatchObject({ saved: 1, unread: 1 });
  await commands.setStorySaved({ storyId, isSaved: false });
  expect((await readStories({ kind: 'saved' }, null)).stories).toEqual([]);
});

test('what was read and dropped does not return as new', async () => {
  await add();
  await commands.markAllRead({ topicId: null });
  const later = Date.now() + 60 * DAY;
  await retain(later);
  expect(await titles()).toEqual([]);
  const body = rss({
    title: 'RT News',
    items: [{ id: 'Rain expected', title: 'Rain expected', link: 'https://rt.example/2' }],
  });
  server.set('/feed', { body });
  await refresh({ now: later });
  expect(await titles()).toEqual(['Rain expected']);
  expect((await page()).counters.unread).toBe(0);
});

/** For good, of every publisher. */
const UNLIMITED = { topicId: null, publishers: [], untilAt: null };

test('a muting topic hides what is stored and counts it; removing it brings all back', async () => {
  await add();
  const draft = {
    ...UNLIMITED,
    name: '',
    query: 'football',
    action: 'mute',
    isNotifying: false,
  } as const;
  const saved = await commands.saveTopic(draft);
  if (!saved.ok) throw new Error('refused');
  const { topicId } = saved.value;
  expect(await titles()).toEqual(['Missile talks end', 'Rain expected']);
  expect((await page()).counters).toMatchObject({ unread: 2, hiddenByTopic: { [topicId]: 1 } });
  expect((await readStories({ kind: 'hidden' }, null)).stories[0]?.mutedBy).toEqual([topicId]);
  await commands.removeTopic({ topicId });
  expect(await titles()).toHaveLength(3);
  expect((await page()).counters).toMatchObject({ unread: 3, hiddenByTopic: {} });
  await commands.restoreTopic({ topic: saved.value });
  expect(await titles()).toHaveLength(2);
  expect(await readTopics()).toHaveLength(1);
});

test('a followed topic is a view of its own with its unread count; words without sense are refused', async () => {
  await add();
  const aim = { query: 'missile, rain', publishers: [] };
  const { signal } = new AbortController();
  expect(await previewTopic(aim, Date.now(), signal)).toMatchObject({
    count: 2,
    total: 3,
    examples: [{ title: 'Missile talks end', publisher: 'RT News', marks: [{ start: 0 }] }, {}],
  });
  const draft = { ...UNLIMITED, name: 'Weather', action: 'follow', isNotifying: true } as const;
  const saved = await commands.saveTopic({ ...draft, query: 'rain' });
  if (!saved.ok) throw new Error('refused');
  const { topicId } = saved.value;
  expect((await page()).counters.unreadByTopic).toEqual({ [topicId]: 1 });
  expect((await readStories({ kind: 'topic', topicId }, null)).stories).toHaveLength(1);
  await commands.markAllRead({ topicId });
  expect((await page()).counters).toMatchObject({ unread: 2, unreadByTopic: {} });
  expect(await commands.saveTopic({ ...draft, query: ' ' })).toEqual({
    ok: false,
    error: { kind: 'empty' },
  });
});

test('a topic of one publisher catches what it writes, with words or all of it', async () => {
  await add();
  const [publisher] = await readPublishers();
  expect(publisher?.names).toEqual(['RT News']);
  const draft = { ...UNLIMITED, name: '', action: 'mute', isNotifying: false, query: '' } as const;
  await commands.saveTopic({ ...draft, publishers: ['elsewhere.example'], query: 'football' });
  expect(await titles()).toHaveLength(3);
  await commands.saveTopic({ ...draft, publishers: [publisher?.key ?? ''], query: 'football' });
  expect(await titles()).toEqual(['Missile talks end', 'Rain expected']);
  await commands.saveTopic({ ...draft, publishers: [publisher?.key ?? ''] });
  expect(await titles()).toEqual([]);
});

test('a mute for a day ends by itself, brings back what it hid, and stays to be used again', async () => {
  await add();
  const draft = { ...UNLIMITED, name: '', action: 'mute', isNotifying: false } as const;
  const untilAt = Date.now() + DAY;
  await commands.saveTopic({ ...draft, query: 'football', untilAt });
  await refresh({ now: untilAt - 1 });
  expect(await titles()).toHaveLength(2);
  await refresh({ now: untilAt });
  expect(await titles()).toHaveLength(3);
  const [ended] = await readTopics();
  expect(ended).toMatchObject({ query: 'football', endedAt: untilAt });
  await commands.saveTopic({ ...draft, topicId: ended?.topicId ?? '', query: 'football' });
  expect(await titles()).toHaveLength(2);
});

test('a removed feed takes its stories along, undo brings them back, and later it is gone for good', async () => {
  await add();
  const feedId = (await readFeeds())[0]?.feed.feedId ?? '';
  await commands.removeFeed({ feedId });
  expect(await titles()).toEqual([]);
  expect((await page()).counters.unread).toBe(0);
  await commands.restoreFeed({ feedId });
  expect(await titles()).toHaveLength(3);
  await commands.removeFeed({ feedId });
  await retain(Date.now() + UNDO_MS);
  await commands.restoreFeed({ feedId });
  expect(await readFeeds()).toEqual([]);
});

test('feeds travel as OPML and come back the same', async () => {
  await add();
  const text = await commands.writeOpml({});
  const reading = await commands.readOpml({ text });
  if (!reading.ok) throw new Error('refused');
  expect(reading.value.candidates).toEqual([
    { feedUrl: server.url('/feed'), title: 'RT News', siteUrl: 'https://rt.example/' },
  ]);
  expect(await commands.followFeeds(reading.value)).toMatchObject({ added: [], already: [{}] });
  expect(await commands.readOpml({ text: 'no' })).toEqual({ ok: false, error: 'not-opml' });
});

test('everything is there after the database was closed and opened again', async () => {
  await add();
  await closeDatabase();
  expect(await titles()).toHaveLength(3);
});

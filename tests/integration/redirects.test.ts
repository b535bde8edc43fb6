import { beforeEach, expect, test, vi } from 'vitest';
import { onAccessChanged } from '../../src/background/access';
import { commands } from '../../src/background/commands';
import { readFeeds, readFrontPage } from '../../src/storage/read';
import { DAY } from '../support/make';
import { extension, notificationsOnScreen } from './fake-extension';
import {
  errorOf,
  follow,
  redirect,
  refreshAfter,
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

test.each([301, 308])(
  'a feed moves when %s was there for days, and stays the same feed',
  async (status) => {
    serve('/new', ['one'], { etag: '"1"' });
    redirect('/old', status, '/new');
    const old = server.url('/old');
    await follow(old);
    const { feed: before } = await stateOf(old);
    await refreshAfter(DAY);
    expect((await stateOf(old)).feed.feedUrl).toBe(old);
    await refreshAfter(3 * DAY);
    const { feed } = await stateOf(server.url('/new'));
    expect(feed).toEqual({ ...before, feedUrl: server.url('/new'), formerUrls: [old] });
    const asked = server.hits('/old');
    serve('/new', ['two', 'one'], { etag: '"2"' });
    expect(await refreshAfter(5 * DAY)).toMatchObject({ added: 1 });
    expect(server.hits('/old')).toBe(asked);
    expect(server.requests('/new').at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(await shownTitles()).toEqual(['Headline one', 'Headline two']);
  },
);

test('following a moved feed by its old or its new address is no second feed', async () => {
  serve('/new', ['one']);
  redirect('/old', 301, '/new');
  await follow(server.url('/old'));
  await refreshAfter(3 * DAY);
  for (const path of ['/old', '/new']) {
    expect(await commands.addFeed({ address: server.url(path) })).toMatchObject({
      kind: 'already',
    });
    const [feedUrl, title, siteUrl] = [server.url(path), null, null];
    const report = await commands.followFeeds({ candidates: [{ feedUrl, title, siteUrl }] });
    expect(report).toMatchObject({ added: [], already: [{}] });
  }
  expect(await readFeeds()).toHaveLength(1);
});

test.each([302, 307])('%s never moves a feed', async (status) => {
  serve('/new', ['one']);
  redirect('/old', status, '/new');
  await follow(server.url('/old'));
  for (const days of [3, 6, 9]) await refreshAfter(days * DAY);
  expect((await stateOf(server.url('/old'))).feed.formerUrls).toEqual([]);
});

test('one temporary hop among permanent ones is none; a redirect that went away begins anew', async () => {
  serve('/new', ['one']);
  redirect('/mixed', 301, '/hop');
  redirect('/hop', 302, '/new');
  redirect('/old', 301, '/new');
  await follow(server.url('/mixed'), server.url('/old'));
  serve('/old', ['one']);
  await refreshAfter(DAY);
  redirect('/old', 301, '/new');
  await refreshAfter(3 * DAY);
  expect((await readFeeds()).map(({ feed }) => feed.feedUrl).sort()).toEqual([
    server.url('/mixed'),
    server.url('/old'),
  ]);
});

test('two feeds that move to one address become one; nothing read or saved is lost or new', async () => {
  serve('/new', ['both', 'new']);
  serve('/old', ['both', 'old', 'saved']);
  await follow(server.url('/old'), server.url('/new'));
  const storyOf = async (publisher: string, title: string) => {
    const stories = (await readFrontPage())?.stories ?? [];
    return stories.find((one) => one.lead.title === title && one.lead.publisher === publisher);
  };
  const { feed: other } = await stateOf(server.url('/new'));
  await commands.markAllRead({ topicId: null });
  const saved = await storyOf('Paper /old', 'Headline saved');
  await commands.setStorySaved({ storyId: saved?.storyId ?? '', isSaved: true });
  redirect('/old', 301, '/new');
  await refreshAfter(DAY);
  await refreshAfter(4 * DAY);
  const feeds = await readFeeds();
  expect(feeds.map(({ feed }) => [feed.feedId, feed.formerUrls])).toEqual([
    [other.feedId, [server.url('/old')]],
  ]);
  expect(feeds[0]?.articleCount).toBe(4);
  // What only the old one held is listed by the new one later.
  serve('/new', ['both', 'new', 'old', 'saved', 'fresh']);
  expect(await refreshAfter(6 * DAY)).toMatchObject({ added: 1 });
  const page = await readFrontPage();
  expect(await shownTitles()).toEqual(
    ['both', 'fresh', 'new', 'old', 'saved'].map((id) => `Headline ${id}`),
  );
  expect(page?.counters).toMatchObject({ unread: 1, saved: 1 });
  expect(await notificationsOnScreen()).toEqual([]);
});

test('a redirect to a site without access asks for it; given access, it goes on', async () => {
  serve('/new', ['one']);
  redirect('/old', 301, server.url('/new', 'localhost'));
  extension.granted.delete('*://localhost/*');
  const old = server.url('/old');
  await follow(old);
  expect(await errorOf(old)).toEqual({ kind: 'permission', origin: '*://localhost/*' });
  expect(server.hits('/new')).toBe(0);
  expect((await readFrontPage())?.problems).toEqual({ failing: 1, permission: 1 });
  extension.granted.add('*://localhost/*');
  await onAccessChanged({ origins: ['*://localhost/*'] });
  expect(await shownTitles()).toEqual(['Headline one']);
});

test('ten redirects are followed, more are not', async () => {
  serve('/hop10', ['one']);
  for (let hop = 0; hop < 10; hop += 1) redirect(`/hop${hop}`, 302, `/hop${hop + 1}`);
  redirect('/start', 302, '/hop0');
  await follow(server.url('/hop0'), server.url('/start'));
  expect(await errorOf(server.url('/hop0'))).toBeNull();
  expect(await errorOf(server.url('/start'))).toEqual({ kind: 'too-many-redirects' });
});

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { onAccessGiven } from '../../src/background/access';
import { commands } from '../../src/background/commands';
import { onMenuClicked } from '../../src/background/context-menu';
import { onInstalled } from '../../src/background/install';
import { refresh } from '../../src/background/refresh';
import { addressOfPage } from '../../src/messaging/pages';
import { readFeeds } from '../../src/storage/read';
import { rss } from '../support/feed-builders';
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
  server.set('/feed', { body: rss({ title: 'Gazette', items: [] }) });
});

const ORIGINS = { origins: ['*://127.0.0.1/*'] };
const candidate = () => ({ feedUrl: server.url('/feed'), title: 'Gazette', siteUrl: null });
const followedUrls = async () => (await readFeeds()).map(({ feed }) => feed.feedUrl);

async function allow(): Promise<void> {
  extension.granted.add('*://127.0.0.1/*');
  await onAccessGiven(ORIGINS);
  await refresh({ now: Date.now() });
}

test('a popup that closed under the browser’s question has its feed followed all the same', async () => {
  await commands.expectAccess({ candidates: [candidate()] });
  expect(await followedUrls()).toEqual([]);
  await allow();
  expect(await followedUrls()).toEqual([server.url('/feed')]);
  expect(server.hits('/feed')).toBe(1);
});

test('what was declined, answered by the popup, or expected long ago is not followed by itself', async () => {
  await commands.expectAccess({ candidates: [candidate()] });
  await commands.expectAccess({ candidates: [] });
  await allow();
  expect(await followedUrls()).toEqual([]);

  await commands.expectAccess({ candidates: [candidate()] });
  const given = onAccessGiven(ORIGINS);
  expect(await commands.addFeed({ address: server.url('/feed') })).toMatchObject({ kind: 'added' });
  await given;
  expect(server.hits('/feed')).toBe(1);

  const other = { feedUrl: server.url('/other'), title: null, siteUrl: null };
  await commands.expectAccess({ candidates: [other] });
  vi.setSystemTime(Date.now() + 6 * 60_000);
  onTestFinished(() => void vi.useRealTimers());
  await onAccessGiven(ORIGINS);
  expect(await followedUrls()).toEqual([server.url('/feed')]);
});

test('access to another site leaves what is expected waiting', async () => {
  await commands.expectAccess({ candidates: [candidate()] });
  extension.granted.add('*://elsewhere.example/*');
  await onAccessGiven({ origins: ['*://elsewhere.example/*'] });
  expect(await followedUrls()).toEqual([]);
  await allow();
  expect(await followedUrls()).toEqual([server.url('/feed')]);
});

test('a link is followed from its menu: the page opens with its address', async () => {
  await onInstalled({ reason: 'update', temporary: false });
  await onInstalled({ reason: 'update', temporary: false });
  expect(extension.menus).toMatchObject([{ id: 'follow-link', contexts: ['link'] }]);
  const linkUrl = 'https://gazette.example/a?b=1&c=#d';
  const click = { menuItemId: 'follow-link', modifiers: [], editable: false };
  await onMenuClicked({ ...click, linkUrl });
  const [opened = ''] = extension.openedTabs;
  expect(opened).toContain('src/ui/options/index.html?add=');
  expect(addressOfPage(new URL(opened).search)).toBe(linkUrl);
  await onMenuClicked({ ...click, menuItemId: 'other', linkUrl });
  await onMenuClicked(click);
  expect(extension.openedTabs).toHaveLength(1);
});

import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { commands } from '../../src/background/commands';
import {
  onNotificationButton,
  onNotificationClicked,
} from '../../src/background/notification-clicks';
import { showPending } from '../../src/background/notifier';
import { concludeChanges, refresh } from '../../src/background/refresh';
import { commitFeed } from '../../src/storage/articles';
import { listPendingNotifications } from '../../src/storage/notifications';
import { readFeeds, readFrontPage } from '../../src/storage/read';
import { HOUR, makeArticle } from '../support/make';
import { extension, notificationsOnScreen, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

let feedId: string;

beforeEach(async () => {
  await reinstall();
  const candidates = [{ feedUrl: 'https://rt.example/rss', title: 'RT News', siteUrl: null }];
  await commands.followFeeds({ candidates });
  // The first refresh has begun by itself, and would show what these tests look at.
  await refresh({ now: Date.now() });
  feedId = (await readFeeds())[0]?.feed.feedId ?? '';
});

/** Stores breaking news that arrived just now. */
async function breakNews(...ids: string[]): Promise<void> {
  const now = Date.now();
  const articles = ids.map((id) =>
    makeArticle({
      ...{ articleId: id, feedId, url: `https://rt.example/${id}`, title: `BREAKING: ${id}` },
      ...{ kicker: 'BREAKING', publishedAt: now, arrivedAt: now, sortAt: now },
    }),
  );
  const state = { validators: null, contentHash: ids.join(), intervalMs: null };
  await commitFeed({ feedId, title: null, siteUrl: null, articles, now, ...state });
  await concludeChanges(now);
}

/** The next creation of a notification fails, as when the browser is killed before it. */
function failOnce() {
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  create.mockRejectedValueOnce(new Error('killed'));
  return create;
}

test('a click opens the story and marks it read, from what is stored alone', async () => {
  await breakNews('one');
  expect(await notificationsOnScreen()).toEqual(['story:sone']);
  await onNotificationClicked('story:sone');
  expect(extension.openedTabs).toEqual(['https://rt.example/one']);
  expect((await readFrontPage())?.counters.unread).toBe(0);
  expect(await notificationsOnScreen()).toEqual([]);
});

test('Save keeps the story without opening it', async () => {
  await breakNews('one');
  await onNotificationButton('story:sone', 1);
  expect(extension.openedTabs).toEqual([]);
  expect((await readFrontPage())?.stories[0]?.isSaved).toBe(true);
});

test('what could not be shown stays pending and is shown by the next worker, once', async () => {
  const create = failOnce();
  await expect(breakNews('one')).rejects.toThrow('killed');
  expect(await listPendingNotifications()).toHaveLength(1);
  expect(await showPending(Date.now())).toBe(1);
  expect(await showPending(Date.now())).toBe(0);
  expect(await notificationsOnScreen()).toEqual(['story:sone']);
  create.mockRestore();
});

test('killed after it was shown and before that was recorded: it is not shown again', async () => {
  const create = failOnce();
  await expect(breakNews('one')).rejects.toThrow('killed');
  create.mockRestore();
  await browser.notifications.create('story:sone', { type: 'basic', title: '', message: '' });
  expect(await showPending(Date.now())).toBe(0);
  expect(await listPendingNotifications()).toEqual([]);
});

test('old news is given up, not shown', async () => {
  const create = failOnce();
  await expect(breakNews('one')).rejects.toThrow('killed');
  create.mockRestore();
  expect(await showPending(Date.now() + 4 * HOUR)).toBe(0);
  expect(await notificationsOnScreen()).toEqual([]);
  expect(await listPendingNotifications()).toEqual([]);
});

test('a story is told once, also when more is stored about it', async () => {
  await breakNews('one');
  await fakeBrowser.notifications.clear('story:sone');
  await concludeChanges(Date.now());
  await breakNews('one', 'two');
  expect(await notificationsOnScreen()).toEqual(['story:stwo']);
});

test('a flood becomes one summary, whose click opens the list', async () => {
  await breakNews('alpha', 'beta', 'gamma', 'delta');
  const [id = ''] = await notificationsOnScreen();
  expect(id).toMatch(/^summary:/);
  await onNotificationClicked(id);
  expect(extension.openedTabs[0]).toContain('popup/index.html');
});

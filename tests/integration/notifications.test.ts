import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { commands } from '../../src/background/commands';
import {
  onNotificationButton,
  onNotificationClicked,
  onNotificationClosed,
} from '../../src/background/notification-clicks';
import { showPending } from '../../src/background/notifier';
import { onIdleStateChanged } from '../../src/background/on-idle-state';
import { concludeChanges, refreshAgain } from '../../src/background/refresh';
import type { Article, NotificationRecord } from '../../src/domain/model';
import { commitFeed } from '../../src/storage/articles';
import { inReadTransaction } from '../../src/storage/database';
import {
  changeNotification,
  listPendingNotifications,
  readNotifications,
} from '../../src/storage/notifications';
import { readFeeds, readFrontPage } from '../../src/storage/read';
import { readSettings } from '../../src/storage/settings';
import { HOUR, MINUTE, makeArticle } from '../support/make';
import { extension, notificationsOnScreen, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

let feedIds: string[];

beforeEach(async () => {
  await reinstall();
  const candidates = ['rt', 'wire', 'gazette'].map((name) => ({
    ...{ feedUrl: `https://${name}.example/rss`, title: name, siteUrl: null },
  }));
  await commands.followFeeds({ candidates });
  // Following starts a refresh of its own.
  await refreshAgain(Date.now());
  feedIds = (await readFeeds()).map(({ feed }) => feed.feedId);
  for (const feedId of feedIds) await commands.setTrustsKicker({ feedId, trustsKicker: true });
});

async function store(feedId: string, articles: Article[]): Promise<void> {
  const state = { validators: null, contentHash: crypto.randomUUID(), intervalMs: null };
  const now = Date.now();
  await commitFeed({ feedId, title: null, siteUrl: null, articles, now, ...state });
}

/** Stores breaking news that arrived just now. */
async function arrive(id: string, feedId = feedIds[0] ?? '', more: Partial<Article> = {}) {
  const now = Date.now();
  const article = makeArticle({
    ...{ articleId: id, feedId, url: `https://${feedId}.example/${id}`, title: `BREAKING: ${id}` },
    ...{ kicker: 'BREAKING', publishedAt: now, arrivedAt: now, sortAt: now },
    ...more,
  });
  await store(feedId, [article]);
}

async function breakNews(...ids: string[]): Promise<void> {
  for (const id of ids) await arrive(id);
  await concludeChanges(Date.now());
}

async function records(): Promise<NotificationRecord[]> {
  return inReadTransaction(readNotifications);
}

async function heldReasons(): Promise<string[]> {
  const held = await inReadTransaction((tx) => tx.objectStore('heldStories').getAll());
  return held.map(({ heldBack }) => heldBack);
}

async function beQuiet(isOn: boolean): Promise<void> {
  const { notifications } = await readSettings();
  const spans = [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 }];
  const patch = { notifications: { ...notifications, quietHours: { isOn, spans } } };
  await commands.updateSettings({ patch });
}

const STORY = 'story:sone';
const storm = { title: 'BREAKING: Storm closes the old harbor of the capital' };

test('a click opens the story and marks it read, from what is stored alone', async () => {
  await breakNews('one');
  expect(await notificationsOnScreen()).toEqual([STORY]);
  await onNotificationClicked(STORY);
  expect(extension.openedTabs).toEqual([`https://${feedIds[0]}.example/one`]);
  expect((await readFrontPage())?.counters.unread).toBe(0);
  expect(await notificationsOnScreen()).toEqual([]);
});

test('a click counts, also when notifications were blocked meanwhile', async () => {
  await breakNews('one');
  extension.permissionLevel = 'denied';
  await onNotificationClicked(STORY);
  expect(extension.openedTabs).toHaveLength(1);
});

test('Save keeps the story without opening it; Mute ends what more there is to tell of it', async () => {
  await breakNews('one');
  await onNotificationButton(STORY, 0);
  expect(extension.openedTabs).toEqual([]);
  expect((await readFrontPage())?.stories[0]?.isSaved).toBe(true);
  await breakNews('two');
  await onNotificationButton('story:stwo', 1);
  expect(
    (await records()).find(({ notificationId }) => notificationId === 'story:stwo'),
  ).toMatchObject({ mutedAt: expect.any(Number) });
  expect(await notificationsOnScreen()).toEqual([]);
});

test('what the browser declined stays pending and is shown later, once', async () => {
  extension.permissionLevel = 'denied';
  await breakNews('one');
  expect((await listPendingNotifications())[0]?.record).toMatchObject({ shownAt: null });
  extension.permissionLevel = 'granted';
  expect(await showPending(Date.now())).toBe(1);
  expect(await showPending(Date.now())).toBe(0);
  expect(await notificationsOnScreen()).toEqual([STORY]);
});

test('one that fails does not stop the next one', async () => {
  extension.permissionLevel = 'denied';
  await breakNews('one');
  await breakNews('two');
  extension.permissionLevel = 'granted';
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  create.mockRejectedValueOnce(new Error('no icon'));
  expect(await showPending(Date.now())).toBe(1);
  create.mockRestore();
});

/** The worker died after it wrote down the attempt. */
async function dieWhileShowing(change: Partial<NotificationRecord>): Promise<void> {
  await breakNews('one');
  await changeNotification(STORY, { shownAt: null, ...change });
}

test('killed after it was shown and before that was recorded: it is not shown again', async () => {
  await dieWhileShowing({});
  expect(await showPending(Date.now())).toBe(0);
  expect(await listPendingNotifications()).toEqual([]);
});

test('killed likewise, and dismissed before the next worker looked: it is not shown again', async () => {
  await dieWhileShowing({});
  await fakeBrowser.notifications.clear(STORY);
  const soon = Date.now() + 1000;
  expect(await showPending(soon)).toBe(0);
  await onNotificationClosed(STORY);
  expect(await showPending(soon + 2 * MINUTE)).toBe(0);
  expect(await notificationsOnScreen()).toEqual([]);
  expect((await records())[0]?.shownAt).not.toBeNull();
});

test('killed before the browser was asked: it is shown a minute later', async () => {
  await dieWhileShowing({});
  await fakeBrowser.notifications.clear(STORY);
  expect(await showPending(Date.now() + 2 * MINUTE)).toBe(1);
});

test('an attempt of another run of the browser is given up, and not recorded as shown', async () => {
  await dieWhileShowing({ attemptedIn: 'the run before' });
  await fakeBrowser.notifications.clear(STORY);
  expect(await showPending(Date.now() + 2 * MINUTE)).toBe(0);
  expect((await records())[0]).toMatchObject({ shownAt: null, expiredAt: expect.any(Number) });
});

test('what could not be shown for hours does not come alone: it waits for the next summary', async () => {
  await dieWhileShowing({ attemptedAt: null, attemptedIn: null });
  await fakeBrowser.notifications.clear(STORY);
  const later = Date.now() + 4 * HOUR;
  expect(await showPending(later)).toBe(0);
  expect(await concludeChanges(later)).toMatchObject({ notified: 1 });
  expect(await records()).toMatchObject([{ reason: 'summary', occasion: 'away' }]);
});

test('a story is told once, also when more is stored about it', async () => {
  await breakNews('one');
  await fakeBrowser.notifications.clear(STORY);
  await concludeChanges(Date.now());
  await breakNews('one', 'two');
  expect(await notificationsOnScreen()).toEqual(['story:stwo']);
});

test('several at once become one, whose click opens the list', async () => {
  await breakNews('alpha', 'beta');
  const [id = '', ...others] = await notificationsOnScreen();
  expect(id).toMatch(/^summary:/);
  expect(others).toEqual([]);
  await onNotificationClicked(id);
  expect(extension.openedTabs[0]).toContain('page/index.html');
});

/** They may have come within one millisecond. */
const EITHER_FIRST = /^BREAKING: (?:alpha\nBREAKING: beta|beta\nBREAKING: alpha)$/;

test.each([
  ['X11; Linux x86_64', { type: 'basic', message: expect.stringMatching(EITHER_FIRST) }],
  ['Windows NT 10.0; Win64; x64', { type: 'list', items: [{}, { message: 'gazette' }] }],
])('several are lines of text or, where a list is better, a list: %s', async (system, shown) => {
  extension.system = system;
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  await breakNews('alpha', 'beta');
  expect(create.mock.lastCall).toMatchObject([expect.stringMatching(/^summary:/), shown]);
  create.mockRestore();
});

test('a story that grows changes its notification in place, unless that was dismissed', async () => {
  await arrive('one', feedIds[0], storm);
  await concludeChanges(Date.now());
  await arrive('two', feedIds[1], storm);
  await concludeChanges(Date.now());
  expect(await notificationsOnScreen()).toEqual([STORY]);
  expect(extension.updates).toEqual(['notificationMarked BREAKING · publishers_other 2']);
  await fakeBrowser.notifications.clear(STORY);
  await onNotificationClosed(STORY);
  await arrive('three', feedIds[2], storm);
  await concludeChanges(Date.now() + 10 * MINUTE);
  expect(extension.updates).toHaveLength(1);
  expect(await notificationsOnScreen()).toEqual([]);
});

test('nothing grows in quiet hours; afterwards it has grown once, to its last state', async () => {
  await arrive('one', feedIds[0], storm);
  await concludeChanges(Date.now());
  await beQuiet(true);
  await arrive('two', feedIds[1], storm);
  await concludeChanges(Date.now());
  await arrive('three', feedIds[2], storm);
  await concludeChanges(Date.now() + 10 * MINUTE);
  expect(extension.updates).toEqual([]);
  await beQuiet(false);
  await concludeChanges(Date.now() + 20 * MINUTE);
  expect(extension.updates).toEqual([expect.stringContaining('publishers_other 3')]);
});

test('where a change comes up anew, it comes at most every half an hour', async () => {
  extension.canUpdate = false;
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  await arrive('one', feedIds[0], storm);
  await concludeChanges(Date.now());
  for (const place of [1, 2]) {
    await arrive(`${place}`, feedIds[place], storm);
    await concludeChanges(Date.now() + place * 10 * MINUTE);
  }
  expect(create).toHaveBeenCalledTimes(2);
  await concludeChanges(Date.now() + 41 * MINUTE);
  expect(create).toHaveBeenCalledTimes(3);
  expect(create.mock.lastCall).toMatchObject([STORY, { message: expect.stringMatching(/ 3$/) }]);
  create.mockRestore();
});

test('quiet hours hold everything back; one summary comes after', async () => {
  await beQuiet(true);
  await breakNews('one');
  await breakNews('two');
  expect(await notificationsOnScreen()).toEqual([]);
  expect(await heldReasons()).toEqual(['quiet', 'quiet']);
  await beQuiet(false);
  expect(await concludeChanges(Date.now())).toMatchObject({ notified: 1 });
  expect(await concludeChanges(Date.now())).toMatchObject({ notified: 0 });
  expect(await records()).toMatchObject([{ occasion: 'quiet', storyIds: ['stwo', 'sone'] }]);
});

test('a decision that was left over when quiet hours began waits, too', async () => {
  await dieWhileShowing({ attemptedAt: null, attemptedIn: null });
  await fakeBrowser.notifications.clear(STORY);
  await beQuiet(true);
  expect(await showPending(Date.now())).toBe(0);
  expect(await heldReasons()).toEqual(['quiet']);
  await beQuiet(false);
  expect(await concludeChanges(Date.now())).toMatchObject({ notified: 1 });
});

test('a locked screen holds back; unlocking tells at once', async () => {
  extension.idleState = 'locked';
  await onIdleStateChanged('locked');
  await breakNews('one');
  expect(await notificationsOnScreen()).toEqual([]);
  extension.idleState = 'active';
  await onIdleStateChanged('active');
  expect(await records()).toMatchObject([{ occasion: 'away', shownAt: expect.any(Number) }]);
});

test('the day’s budget holds, and the rest is logged as over it', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await breakNews(id);
  expect(await notificationsOnScreen()).toHaveLength(5);
  expect(await heldReasons()).toEqual(['budget', 'budget']);
});

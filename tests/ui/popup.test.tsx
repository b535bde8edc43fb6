import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RefreshSummary } from '../../src/messaging/protocol';
import browser from './fake-browser';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { closePopup, headlines, openPopup, row } from './open-popup';
import { followed, frontPage, HOUR, NOW, story, topic, version } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  fake.answers = { refresh: () => summary };
  vi.setSystemTime(NOW);
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  closePopup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A refresh that changed nothing. */
const summary: RefreshSummary = {
  checked: 3,
  unchanged: 3,
  failed: 0,
  added: 0,
  edited: 0,
  stories: 0,
  notified: 0,
  isOffline: false,
  isTooSoon: false,
  isPaused: false,
};

test('views are tabs, moved through with arrow keys', async () => {
  fake.frontPage = frontPage({
    stories: [story('a')],
    topics: [topic('space', { name: 'Space' }), topic('golf', { action: 'mute' })],
    counters: { unread: 1, saved: 0, unreadByTopic: { space: 120 }, hiddenByTopic: {} },
  });
  fake.pages['topic'] = { stories: [story('b')], nextBefore: null };
  await openPopup();
  const names = screen.getAllByRole('tab').map((tab) => tab.textContent);
  expect(names).toEqual(['Top', 'Latest1, 1 unread', 'Saved', 'Space99+, 120 unread']);
  const latest = screen.getByRole('tab', { name: /^Latest/ });
  latest.focus();
  fireEvent.keyDown(latest, { key: 'End' });
  await waitFor(() => expect(headlines()).toEqual(['Headline b']));
  const space = screen.getByRole('tab', { selected: true });
  expect(space.textContent).toMatch(/^Space/);
  expect(document.activeElement).toBe(space);
  fireEvent.keyDown(space, { key: 'ArrowRight' });
  await waitFor(() => expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Top'));
  fireEvent.keyDown(screen.getByRole('tab', { name: 'Top' }), { key: 'ArrowRight' });
  await waitFor(() => expect(headlines()).toEqual(['Headline a']));
});

test('Top lists without days, says why, and stands still while stories are read', async () => {
  const wide = story('wide', { publisherCount: 3, sortAt: NOW - 30 * HOUR, topicIds: ['space'] });
  const other = story('other');
  fake.frontPage = frontPage({ stories: [other], topics: [topic('space', { name: 'Space' })] });
  fake.pages['top'] = { stories: [wide, other], nextBefore: null };
  fake.details['wide'] = { story: wide, mutedBy: [], versions: [version({})] };
  await openPopup();
  fireEvent.click(screen.getByRole('tab', { name: 'Top' }));
  await waitFor(() => expect(headlines()).toEqual(['Headline wide', 'Headline other']));
  expect(document.querySelector('.day-heading')).toBeNull();
  expect(row('Headline wide').getByText(/^Nov 23, 6:00\sAM$/)).toBeTruthy();
  fireEvent.click(row('Headline wide').getByRole('button', { name: 'Show more' }));
  const why = 'At the top because 3 publishers carry it and it matches “Space”.';
  expect(await screen.findByText(why)).toBeTruthy();

  const fresh = story('fresh');
  const read = { ...wide, isUnread: false };
  fake.pages['top'] = { stories: [fresh, other, read], nextBefore: null };
  changed();
  await waitFor(() =>
    expect(headlines()).toEqual(['Headline fresh', 'Headline wide', 'Headline other']),
  );
});

test('older stories come on request, none twice', async () => {
  fake.frontPage = frontPage({ stories: [story('a')], hasMore: true });
  fake.pages['latest'] = { stories: [story('a'), story('b')], nextBefore: null };
  await openPopup();
  fireEvent.click(screen.getByRole('button', { name: 'Older stories' }));
  await waitFor(() => expect(headlines()).toEqual(['Headline a', 'Headline b']));
  expect(screen.queryByRole('button', { name: 'Older stories' })).toBeNull();
});

test('muted stories are named, and shown with the topic that hides them', async () => {
  fake.frontPage = frontPage({
    stories: [story('a')],
    topics: [topic('football', { action: 'mute' })],
    counters: { unread: 1, saved: 0, unreadByTopic: {}, hiddenByTopic: { football: 3 } },
  });
  fake.pages['hidden'] = { stories: [story('b', { mutedBy: ['football'] })], nextBefore: null };
  await openPopup();
  expect(screen.getByText('3 stories hidden by “football”')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText('Hidden by “football”')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await waitFor(() => expect(headlines()).toEqual(['Headline a']));
});

test('mark all read can be undone', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  fake.answers = { markAllRead: () => ['a-a', 'b-a'] };
  await openPopup();
  fireEvent.click(
    // jsdom knows no popovers, so the menu cannot be opened.
    screen.getByRole('button', { name: 'Mark all read', hidden: true }),
  );
  expect(await screen.findByText('2 articles marked as read')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(payloadsOf('setArticlesRead')).toEqual([{ articleIds: ['a-a', 'b-a'], isRead: false }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('a refresh ends in a calm word', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  fake.answers = {
    refresh: () => {
      fake.frontPage = frontPage({ stories: [story('b'), story('a')] });
      return { ...summary, added: 1 };
    },
  };
  await openPopup();
  expect(screen.getByText('Updated 2 minutes ago')).toBeTruthy();
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  press();
  expect(await screen.findByText('1 new story')).toBeTruthy();
  fake.answers = { refresh: () => summary };
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  press();
  expect(await screen.findByText('Nothing new')).toBeTruthy();
  fake.answers = { refresh: () => ({ ...summary, isTooSoon: true }) };
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  press();
  expect(await screen.findByText('Checked a moment ago')).toBeTruthy();
});

test('a running refresh shows how far it is', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  fake.progress = { startedAt: NOW, updatedAt: NOW, done: 3, total: 7 };
  await openPopup();
  expect(await screen.findByText('Checking 3 of 7')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Checking feeds' })).toBeTruthy();
  fake.progress = null;
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

test('what the worker commits appears in an open popup', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  await openPopup();
  fake.frontPage = frontPage({ stories: [story('b'), story('a')] });
  changed();
  await waitFor(() => expect(headlines()).toEqual(['Headline b', 'Headline a']));
});

test('empty views say why and what to do', async () => {
  fake.frontPage = frontPage();
  await openPopup();
  expect(screen.getByRole('heading', { name: 'Nothing new yet' })).toBeTruthy();
  fireEvent.click(screen.getByRole('tab', { name: 'Saved' }));
  expect(await screen.findByRole('heading', { name: 'Nothing saved' })).toBeTruthy();
});

test('an empty list knows of muted topics and of the first refresh', async () => {
  const counters = { unread: 0, saved: 0, unreadByTopic: {}, hiddenByTopic: { golf: 2 } };
  fake.frontPage = frontPage({ counters, topics: [topic('golf', { action: 'mute' })] });
  await openPopup();
  expect(screen.getByRole('heading', { name: 'All quiet' })).toBeTruthy();
  fake.frontPage = frontPage({ refreshedAt: null });
  changed();
  expect(await screen.findByRole('heading', { name: 'Fetching the first headlines' })).toBeTruthy();
});

test('without feeds the popup begins as the welcome page does', async () => {
  fake.frontPage = null;
  await openPopup();
  const sheets = await waitFor(() => {
    const found = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
    expect(found).toHaveLength(2);
    return found;
  });
  for (const sheet of sheets) fireEvent.load(sheet);
  expect(await screen.findByRole('button', { name: 'Start' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
});

test('offline, failing and waiting feeds are quiet lines, and the list stays', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  fake.frontPage = frontPage({
    stories: [story('a')],
    problems: { failing: 3, permission: 1 },
  });
  fake.feeds = [
    followed('gazette', {
      lastError: { kind: 'permission', origin: '*://gazette.example/*' },
    }),
  ];
  await openPopup();
  expect(screen.getByText('Offline')).toBeTruthy();
  expect(screen.getByText(/^You are offline/)).toBeTruthy();
  expect(screen.getByText('2 feeds are failing')).toBeTruthy();
  expect(headlines()).toEqual(['Headline a']);
  fireEvent.click(screen.getByRole('button', { name: 'See why' }));
  expect(browser.runtime.openOptionsPage).toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve));
  fireEvent.click(screen.getByRole('button', { name: 'Allow access' }));
  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['*://gazette.example/*'] });
  await waitFor(() => expect(payloadsOf('refresh')).toHaveLength(1));
});

test('keys move the focus without marking, and act on the story that has it', async () => {
  fake.frontPage = frontPage({ stories: [story('a'), story('b')] });
  await openPopup();
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document, { key });
  press('s');
  expect(fake.sent).toEqual([]);
  press('j');
  press('j');
  expect(document.activeElement?.textContent).toBe('Headline b');
  expect(fake.sent).toEqual([]);
  press('s');
  press('m');
  press('k');
  press('o');
  expect(fake.sent).toEqual([
    { command: 'setStorySaved', payload: { storyId: 'b', isSaved: true } },
    { command: 'setStoriesRead', payload: { storyIds: ['b'], isRead: true } },
    { command: 'openStory', payload: { storyId: 'a', articleId: null, isBehind: false } },
  ]);
  press('3');
  expect(await screen.findByRole('heading', { name: 'Nothing saved' })).toBeTruthy();
});

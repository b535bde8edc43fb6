import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FollowSite } from '../../src/ui/popup/FollowSite';
import { offerUnfollow } from '../../src/ui/state/offer-unfollow';
import { createUndo } from '../../src/ui/state/undo';
import browser from './fake-browser';
import { fake, payloadsOf, resetFake } from './fake-worker';
import { followed, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

const SITE = 'https://gazette.example/today';
const PAGE = { url: SITE, base: SITE, generator: '', links: [], anchors: [], isFeed: false };
const FEED = { feedUrl: 'https://gazette.example/feed', title: 'Gazette', siteUrl: SITE };
const FOUND = { ...FEED, format: 'rss', isFollowed: false, preview: null };

const onClose = vi.fn();
let undo = createUndo();

beforeEach(() => {
  resetFake();
  undo = createUndo();
  browser.permissions.request.mockReset().mockResolvedValue(true);
  browser.tabs.create.mockClear();
  browser.tabs.query.mockReset().mockResolvedValue([{ id: 7, url: SITE }]);
  browser.scripting.executeScript.mockReset().mockResolvedValue([{ result: PAGE }]);
  const error = { kind: 'permission', origin: '*://gazette.example/*' };
  fake.answers = {
    findOnPage: () => ({ kind: 'found', feeds: [FOUND] }),
    previewFeed: () => ({ ok: false, error }),
    addFeed: () => ({ kind: 'added', feed: followed('gazette').feed, articleCount: 3 }),
  };
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const open = () =>
  render(<FollowSite now={NOW} onFollowed={offerUnfollow(undo)} onClose={onClose} />);
const click = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

test('reads the page of the current tab, and nothing is asked for before the click', async () => {
  open();
  expect(screen.getByText('Reading the page…')).toBeTruthy();
  expect(await screen.findByText('One feed found:')).toBeTruthy();
  expect(browser.scripting.executeScript.mock.calls[0]?.[0]).toMatchObject({
    target: { tabId: 7 },
  });
  expect(payloadsOf('findOnPage')).toEqual([{ page: PAGE }]);
  expect(browser.permissions.request).not.toHaveBeenCalled();
  expect(screen.getByText('gazette.example')).toBeTruthy();
  await click('Back');
  expect(onClose).toHaveBeenCalled();
});

test('the worker is told what is asked for, since the question may close the popup', async () => {
  open();
  browser.permissions.request.mockImplementation(async () => {
    expect(payloadsOf('expectAccess')).toEqual([{ candidates: [FEED] }]);
    return true;
  });
  await click('Follow Gazette');
  expect(await screen.findByText('Following: 3 articles so far.')).toBeTruthy();
  expect(undo.toast.value?.text).toBe('Following The gazette');
  undo.run();
  expect(await screen.findByRole('button', { name: 'Follow Gazette' })).toBeTruthy();
  expect(payloadsOf('removeFeed')).toEqual([{ feedId: 'gazette' }]);
});

test('when access is declined, nothing is expected any longer, and it is offered again', async () => {
  browser.permissions.request.mockResolvedValueOnce(false);
  open();
  await click('Follow Gazette');
  expect(await screen.findByText(/^Access to gazette\.example was declined/)).toBeTruthy();
  expect(payloadsOf('expectAccess').at(-1)).toEqual({ candidates: [] });
  expect(payloadsOf('addFeed')).toEqual([]);
  await click('Allow access');
  expect(await screen.findByText('Following: 3 articles so far.')).toBeTruthy();
});

test('a page that names none offers to ask the site, where its address waits', async () => {
  fake.answers['findOnPage'] = () => ({
    kind: 'failed',
    error: { kind: 'not-a-feed', found: 'html' },
  });
  open();
  await click('Ask the site itself');
  expect(browser.tabs.create.mock.calls).toEqual([
    [
      {
        url: 'extension://dateline/src/ui/options/index.html?add=https%3A%2F%2Fgazette.example%2Ftoday#feeds',
      },
    ],
  ]);
});

test('a site that is followed already says so', async () => {
  fake.answers['findOnPage'] = () => ({ kind: 'already', feed: followed('gazette').feed });
  open();
  expect(await screen.findByText('You already follow The gazette.')).toBeTruthy();
});

test.each([
  ['the browser’s own page', 'chrome://settings/', /^There is no site in this tab/],
  ['a tab without an address', undefined, /^There is no site in this tab/],
  ['a page kept from extensions', 'https://store.example/', /^The browser keeps this page/],
])('%s is explained', async (_, url, sentence) => {
  browser.tabs.query.mockResolvedValue([url === undefined ? { id: 7 } : { id: 7, url }]);
  browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access contents'));
  open();
  expect(await screen.findByText(sentence)).toBeTruthy();
  await waitFor(() => expect(payloadsOf('findOnPage')).toEqual([]));
});

test('a window without tabs is no failure', async () => {
  browser.tabs.query.mockResolvedValue([]);
  open();
  expect(await screen.findByText(/^There is no site in this tab/)).toBeTruthy();
});

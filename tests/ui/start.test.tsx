import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newSyncState } from '../../src/domain/sync/state';
import { createStartStore } from '../../src/ui/state/start-store';
import { App } from '../../src/ui/welcome/App';
import browser from './fake-browser';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { followed, frontPage, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  browser.permissions.request.mockReset().mockResolvedValue(true);
  fake.answers = {
    followFeeds: () => ({ added: [], already: [], refused: [] }),
    findFeeds: () => ({ kind: 'already', feed: {} }),
  };
  render(<App store={createStartStore()} />);
});
afterEach(cleanup);

const field = () =>
  screen.getByRole<HTMLInputElement>('textbox', { name: 'Address of a site or feed' });
const start = () => fireEvent.click(screen.getByRole('button', { name: 'Start' }));

function add(address: string): void {
  fireEvent.input(field(), { target: { value: address } });
  fireEvent.click(screen.getByRole('button', { name: 'Add feed' }));
}

test('RT News is chosen, and breaking news is what interrupts', () => {
  const chosen = screen.getAllByRole<HTMLInputElement>('checkbox').filter((box) => box.checked);
  expect(chosen).toEqual([screen.getByRole('checkbox', { name: 'RT News' })]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Breaking only' }).checked).toBe(true);
  expect(fake.sent).toEqual([]);
});

test('Start asks for exactly the chosen sites at once, then shows headlines', async () => {
  fireEvent.click(screen.getByRole('checkbox', { name: 'NPR' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Off' }));
  fake.frontPage = frontPage({ stories: [story('a')] });
  start();
  expect(browser.permissions.request.mock.calls).toEqual([
    [{ origins: ['*://www.rt.com/*', '*://feeds.npr.org/*'] }],
  ]);
  expect(await screen.findByText('You are set: click Dateline in the toolbar.')).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Headline a' })).toBeTruthy();
  expect(payloadsOf('updateSettings')).toEqual([{ patch: { notificationLevel: 'off' } }]);
  expect(payloadsOf('followFeeds')).toEqual([
    {
      candidates: [
        {
          feedUrl: 'https://www.rt.com/rss/news/',
          title: 'RT News',
          siteUrl: 'https://www.rt.com/',
        },
        {
          feedUrl: 'https://feeds.npr.org/1001/rss.xml',
          title: 'NPR',
          siteUrl: 'https://www.npr.org/',
        },
      ],
    },
  ]);
});

test('a declined question is said, loses nothing and can be asked again', async () => {
  browser.permissions.request.mockResolvedValueOnce(false);
  add('gazette.example');
  start();
  expect(await screen.findByText(/^Access was declined/)).toBeTruthy();
  expect(fake.sent).toEqual([]);
  const own = screen.getByRole<HTMLInputElement>('checkbox', { name: 'gazette.example' });
  expect(own.checked).toBe(true);
  fake.answers['findFeeds'] = () => ({ kind: 'already', feed: {} });
  start();
  await waitFor(() =>
    expect(payloadsOf('findFeeds')).toEqual([{ address: 'https://gazette.example/' }]),
  );
});

test('what is typed but not added counts, if it is an address', async () => {
  fireEvent.input(field(), { target: { value: 'no address' } });
  start();
  expect((await screen.findByRole('alert')).textContent).toMatch(/does not search the web/);
  expect(browser.permissions.request).not.toHaveBeenCalled();
  expect(field().value).toBe('no address');
});

test('a typed site is followed by the first feed it names; one without a feed is explained', async () => {
  add('gazette.example');
  add('empty.example');
  add('itself.example/feed');
  const first = { feedUrl: 'https://gazette.example/feed', title: 'Gazette', siteUrl: null };
  const found = (feed: object, preview: object | null) => ({
    ...{ ...feed, format: 'rss', isFollowed: false, preview },
  });
  fake.answers['findFeeds'] = ({ address }: { address: string }) => {
    if (address.includes('empty')) {
      return { kind: 'failed', error: { kind: 'not-a-feed', found: 'html' } };
    }
    return address.includes('gazette')
      ? {
          kind: 'found',
          feeds: [found(first, null), found({ feedUrl: 'https://b.example/' }, null)],
        }
      : { kind: 'found', feeds: [found({ ...first, feedUrl: address }, {})] };
  };
  start();
  expect(await screen.findByText(/^empty\.example: This page names no feed/)).toBeTruthy();
  expect(payloadsOf('followFeeds').at(-1)).toEqual({ candidates: [first] });
  // It was seen already, so that it need not be fetched again.
  expect(payloadsOf('addFeed')).toEqual([{ address: 'https://itself.example/feed' }]);
});

test('the site that a known site’s rules lead to is the one asked for', async () => {
  add('old.reddit.com/r/news');
  start();
  expect(browser.permissions.request.mock.calls).toEqual([
    [{ origins: ['*://www.rt.com/*', '*://www.reddit.com/*'] }],
  ]);
  await waitFor(() => expect(payloadsOf('findFeeds')).toHaveLength(1));
});

test('who comes from another browser is led to where a backup is restored', () => {
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Restore a backup…' });
  expect(link.getAttribute('href')).toBe('/src/ui/options/index.html#data');
  expect(screen.getByText('Moving from another browser?')).toBeTruthy();
});

test('an OPML file adds its feeds to the choice', async () => {
  const candidate = { feedUrl: 'https://herald.example/feed', title: 'The Herald', siteUrl: null };
  fake.answers['readOpml'] = () => ({ ok: true, value: { candidates: [candidate], refused: [] } });
  const file = new File(['<opml/>'], 'feeds.opml');
  fireEvent.change(screen.getByLabelText('Import OPML'), { target: { files: [file] } });
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'The Herald' });
  expect(box.checked).toBe(true);
  expect(screen.getByText('2 feeds chosen')).toBeTruthy();
});

test('what the person has in other browsers is offered, taken over, and waits for access', async () => {
  fake.hasRemote = true;
  changed();
  fake.answers.setSyncing = () => {
    fake.feeds = [followed('gazette'), followed('orbit')];
    return newSyncState('0a1');
  };
  fake.frontPage = frontPage({ stories: [story('a')] });
  fireEvent.click(await screen.findByRole('button', { name: 'Use them here' }));
  expect(await screen.findByText(/^2 feeds came\. 2 feeds wait for your permission/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  browser.permissions.request.mockResolvedValueOnce(false);
  fireEvent.click(screen.getByRole('button', { name: 'Allow access' }));
  expect(await screen.findByText(/^Access was declined, so nothing was fetched/)).toBeTruthy();
  expect(payloadsOf('refresh')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Allow access' }));
  expect(await screen.findByRole('link', { name: 'Headline a' })).toBeTruthy();
  expect(payloadsOf('setSyncing')).toEqual([{ isOn: true }]);
  expect(payloadsOf('refresh')).toEqual([{}]);
});

test('what cannot be taken over yet says why, and choosing goes on', async () => {
  fake.hasRemote = true;
  changed();
  fake.answers.setSyncing = () => ({ ...newSyncState('0a1'), problem: 'newer' });
  fireEvent.click(await screen.findByRole('button', { name: 'Use them here' }));
  expect(await screen.findByText(/has a newer Dateline/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
});

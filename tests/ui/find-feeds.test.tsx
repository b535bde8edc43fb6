import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/ui/options/App';
import { createOptionsStore, OptionsContext } from '../../src/ui/state/options-store';
import browser from './fake-browser';
import { fake, payloadsOf, resetFake } from './fake-worker';
import { followed, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

const SITE = 'https://gazette.example/';

function candidate(name: string, more: object = {}) {
  return {
    ...{ feedUrl: `https://feeds.example/${name}`, title: name, siteUrl: SITE, format: 'rss' },
    ...{ isFollowed: false, preview: null, ...more },
  };
}

const previewOf = (name: string, titles: string[]) => ({
  title: `The ${name}`,
  siteUrl: SITE,
  format: 'atom',
  headlines: titles.map((title) => ({ title, publishedAt: NOW - 60_000 })),
  itemCount: titles.length,
});

const found = (...feeds: object[]) => ({ kind: 'found', feeds });
const added = (name: string) => ({ kind: 'added', feed: followed(name).feed, articleCount: 20 });

beforeEach(async () => {
  resetFake();
  browser.permissions.request.mockReset().mockResolvedValue(true);
  vi.setSystemTime(NOW);
  const store = createOptionsStore();
  await store.load();
  render(
    <OptionsContext.Provider value={store}>
      <App />
    </OptionsContext.Provider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Address of a site/ });

function search(text: string): void {
  fireEvent.input(field(), { target: { value: text } });
  click('Find feeds');
}

test('a feed is shown with its headlines before it is followed; its site only is asked for', async () => {
  const preview = previewOf('gazette', ['Polls open', 'Rain expected']);
  fake.answers['findFeeds'] = () => found(candidate('gazette', { preview }));
  fake.answers['addFeed'] = () => added('gazette');
  search('gazette.example/feed');
  expect(browser.permissions.request.mock.calls).toEqual([
    [{ origins: ['*://gazette.example/*'] }],
  ]);
  expect(await screen.findByText('Looking for feeds at gazette.example…')).toBeTruthy();
  expect(await screen.findByText('One feed found:')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'The gazette' })).toBeTruthy();
  expect(screen.getByText('Polls open')).toBeTruthy();
  expect(screen.getByText('Atom')).toBeTruthy();
  expect(payloadsOf('findFeeds')).toEqual([{ address: 'https://gazette.example/feed' }]);
  expect(payloadsOf('previewFeed')).toEqual([]);
  expect(payloadsOf('addFeed')).toEqual([]);

  click('Follow The gazette');
  expect(await screen.findByText('Following: 20 articles so far.')).toBeTruthy();
  expect(payloadsOf('addFeed')).toEqual([{ address: 'https://feeds.example/gazette' }]);
  expect(screen.queryByRole('button', { name: 'Follow The gazette' })).toBeNull();
  click('Undo');
  expect(await screen.findByRole('button', { name: 'Follow The gazette' })).toBeTruthy();
  expect(payloadsOf('removeFeed')).toEqual([{ feedId: 'gazette' }]);
});

test('several feeds are looked at one after the other, the first five; one is followed already', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  fake.answers['findFeeds'] = () =>
    found(...names.map((name) => candidate(name, { isFollowed: name === 'c' })));
  let open = 0;
  let most = 0;
  fake.answers['previewFeed'] = async ({ feedUrl }: { feedUrl: string }) => {
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    const name = feedUrl.slice(-1);
    return { ok: true, value: previewOf(name, [`Headline ${name}`]) };
  };
  search('gazette.example');
  expect(await screen.findByText('6 feeds found. Follow the ones you like:')).toBeTruthy();
  expect(await screen.findByText('Headline e')).toBeTruthy();
  expect(most).toBe(1);
  expect(payloadsOf('previewFeed')).toHaveLength(5);
  const row = screen.getByRole('heading', { name: 'The c' }).closest('li');
  expect(within(row as HTMLElement).getByText('Following')).toBeTruthy();

  click('Show headlines of f');
  expect(browser.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://feeds.example/*'],
  });
  expect(await screen.findByText('Headline f')).toBeTruthy();
});

test('a candidate on a site without access can be looked at and followed all the same', async () => {
  fake.answers['findFeeds'] = () => found(candidate('a'));
  const error = { kind: 'permission', origin: '*://feeds.example/*' };
  fake.answers['previewFeed'] = () => ({ ok: false, error });
  search('gazette.example');
  await screen.findByRole('button', { name: 'Show headlines of a' });
  browser.permissions.request.mockResolvedValueOnce(false);
  click('Follow a');
  expect(await screen.findByText(/^Access to feeds\.example was declined/)).toBeTruthy();
  expect(payloadsOf('addFeed')).toEqual([]);
  fake.answers['addFeed'] = () => ({
    kind: 'failed',
    error: { ...error, origin: '*://cdn.example/*' },
  });
  click('Allow access');
  expect(await screen.findByText(/may not visit cdn\.example yet/)).toBeTruthy();
  fake.answers['addFeed'] = () => added('a');
  click('Allow access');
  expect(browser.permissions.request).toHaveBeenLastCalledWith({ origins: ['*://cdn.example/*'] });
  expect(await screen.findByText('Following: 20 articles so far.')).toBeTruthy();
});

test('a candidate that is a page offers to look there; one that fails to try again', async () => {
  fake.answers['findFeeds'] = () => found(candidate('a'), candidate('b'));
  fake.answers['previewFeed'] = ({ feedUrl }: { feedUrl: string }) => ({
    ok: false,
    error: feedUrl.endsWith('/a')
      ? { kind: 'not-a-feed', found: 'html' }
      : { kind: 'timeout', limitMs: 20_000 },
  });
  search('gazette.example');
  await screen.findByRole('button', { name: 'Try again' });
  click('Try again');
  await waitFor(() => expect(payloadsOf('previewFeed')).toHaveLength(3));
  expect(screen.getByText('This is a web page, not a feed.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Follow a' })).toBeNull();
  fake.answers['findFeeds'] = () => ({ kind: 'already', feed: followed('gazette').feed });
  click('Look for feeds there');
  expect(payloadsOf('findFeeds')).toHaveLength(1);
  await waitFor(() =>
    expect(payloadsOf('findFeeds').at(-1)).toEqual({ address: 'https://feeds.example/a' }),
  );
});

test('a declined question keeps what was typed and offers again', async () => {
  browser.permissions.request.mockResolvedValueOnce(false);
  search('gazette.example');
  expect(await screen.findByText(/^Access to gazette\.example was declined/)).toBeTruthy();
  expect(fake.sent).toEqual([]);
  expect(field().value).toBe('gazette.example');
  fake.answers['findFeeds'] = () => ({ kind: 'already', feed: followed('gazette').feed });
  click('Allow access');
  expect(await screen.findByText('You already follow The gazette.')).toBeTruthy();
});

test('a site that leads on to another one can be allowed too', async () => {
  fake.answers['findFeeds'] = () => ({
    kind: 'failed',
    error: { kind: 'permission', origin: '*://www.gazette.example/*' },
  });
  search('gazette.example');
  expect(await screen.findByText(/may not visit www\.gazette\.example yet/)).toBeTruthy();
  browser.permissions.request.mockResolvedValueOnce(false);
  click('Allow access');
  expect(browser.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://www.gazette.example/*'],
  });
  expect(await screen.findByText(/^Access to www\.gazette\.example was declined/)).toBeTruthy();
  click('Allow access');
  await waitFor(() => expect(payloadsOf('findFeeds')).toHaveLength(2));
});

test('a known site is asked at the address that its rules make', async () => {
  fake.answers['findFeeds'] = () => found(candidate('a', { preview: previewOf('a', []) }));
  search('arxiv.org/list/cs.CL/recent');
  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['*://rss.arxiv.org/*'] });
  expect(await screen.findByText('It holds no headlines at the moment.')).toBeTruthy();
});

test('only the last search counts, and twice the same is one', async () => {
  const answers = new Map<string, (result: object) => void>();
  fake.answers['findFeeds'] = ({ address }: { address: string }) =>
    new Promise((resolve) => answers.set(address, resolve));
  search('one.example');
  search('one.example');
  await waitFor(() => expect(answers.size).toBe(1));
  search('two.example');
  await waitFor(() => expect(answers.size).toBe(2));
  expect(payloadsOf('findFeeds')).toHaveLength(2);
  answers.get('https://one.example/')?.(found(candidate('one', { preview: previewOf('one', []) })));
  answers.get('https://two.example/')?.(found(candidate('two', { preview: previewOf('two', []) })));
  expect(await screen.findByRole('heading', { name: 'The two' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'The one' })).toBeNull();
});

test.each([
  ['', /^Type the address/],
  ['ann@example.org', /^This is an e-mail address/],
  ['world news today', /^Dateline does not search the web/],
  ['ftp://example.org/', /^Only addresses that begin with/],
  ['https://', /^This is not a web address/],
])('%j is answered in a sentence, and nothing is asked', async (text, sentence) => {
  search(text);
  const alerts = await screen.findAllByRole('alert');
  expect(alerts[0]?.textContent).toMatch(sentence);
  expect(browser.permissions.request).not.toHaveBeenCalled();
  expect(field().value).toBe(text);
});

test('a page without feeds says what to do', async () => {
  fake.answers['findFeeds'] = () => ({
    kind: 'failed',
    error: { kind: 'not-a-feed', found: 'html' },
  });
  search('gazette.example');
  expect(
    await screen.findByText(/^This page names no feed\. Try the site's front page/),
  ).toBeTruthy();
});

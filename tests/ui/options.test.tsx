import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from './fake-browser';
import { changed, fake, payloadsOf, reads, resetFake } from './fake-worker';
import { openOptions } from './open-options';
import { followed, NOW, topic } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  reads.previewTopic.mockClear();
  browser.permissions.request.mockReset().mockResolvedValue(true);
  vi.setSystemTime(NOW);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const ADDRESS = 'Address of a site or feed';

test('adding a feed asks for its site only, then says what came of it', async () => {
  fake.answers['addFeed'] = () => ({
    kind: 'added',
    feed: followed('gazette').feed,
    articleCount: 20,
  });
  await openOptions();
  type(ADDRESS, 'gazette.example/feed');
  click('Add feed');
  expect(browser.permissions.request.mock.calls).toEqual([
    [{ origins: ['*://gazette.example/*'] }],
  ]);
  expect(await screen.findByText('Following The gazette: 20 articles so far.')).toBeTruthy();
  expect(payloadsOf('addFeed')).toEqual([{ address: 'https://gazette.example/feed' }]);
  expect(field(ADDRESS).value).toBe('');
});

test('a declined question keeps what was typed and offers again', async () => {
  browser.permissions.request.mockResolvedValueOnce(false);
  await openOptions();
  type(ADDRESS, 'gazette.example');
  click('Add feed');
  expect(await screen.findByText(/^Access to the site was declined/)).toBeTruthy();
  expect(fake.sent).toEqual([]);
  expect(field(ADDRESS).value).toBe('gazette.example');
  fake.answers['addFeed'] = () => ({ kind: 'already', feed: followed('gazette').feed });
  click('Allow access');
  expect(await screen.findByText('You already follow The gazette.')).toBeTruthy();
});

test('a page with several feeds lets the person choose', async () => {
  fake.answers['addFeed'] = ({ address }: { address: string }) =>
    address.endsWith('/world')
      ? { kind: 'added', feed: followed('world').feed, articleCount: 1 }
      : {
          kind: 'candidates',
          candidates: ['news', 'world'].map((name) => ({
            feedUrl: `https://feeds.example/${name}`,
            title: name,
            siteUrl: null,
          })),
        };
  await openOptions();
  type(ADDRESS, 'gazette.example');
  click('Add feed');
  fireEvent.click(await screen.findByRole('button', { name: 'world' }));
  expect(browser.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://feeds.example/*'],
  });
  expect(await screen.findByText('Following The world: 1 article so far.')).toBeTruthy();
});

test('a site that leads on to another one can be allowed too', async () => {
  fake.answers['addFeed'] = () => ({
    kind: 'failed',
    error: { kind: 'permission', origin: '*://www.gazette.example/*' },
  });
  await openOptions();
  type(ADDRESS, 'gazette.example');
  click('Add feed');
  expect(await screen.findByText(/may not visit www\.gazette\.example yet/)).toBeTruthy();
  click('Allow access');
  expect(browser.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://www.gazette.example/*'],
  });
  await waitFor(() => expect(payloadsOf('addFeed')).toHaveLength(2));
});

test('what is no address is said without asking anything', async () => {
  await openOptions();
  type(ADDRESS, 'just words');
  click('Add feed');
  expect((await screen.findAllByRole('alert'))[0]?.textContent).toMatch(/not a web address/);
  expect(browser.permissions.request).not.toHaveBeenCalled();
});

test('a feed tells its health, can be renamed, and removed with undo', async () => {
  fake.feeds = [followed('gazette'), followed('herald', { lastError: { kind: 'gone' } })];
  await openOptions();
  expect(
    screen.getByText('Checked 2 minutes ago, all well. Next check in 20 minutes.'),
  ).toBeTruthy();
  expect(screen.getByText(/^The publisher has ended this feed/)).toBeTruthy();
  click('Rename The gazette');
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of the feed' });
  name.value = 'My gazette';
  click('Rename');
  expect(payloadsOf('renameFeed')).toEqual([{ feedId: 'gazette', title: 'My gazette' }]);
  click('Remove The herald');
  expect(await screen.findByText('The herald removed')).toBeTruthy();
  click('Undo');
  expect(payloadsOf('restoreFeed')).toEqual([{ feedId: 'herald' }]);
});

test('a catalogue entry is followed in one click', async () => {
  fake.answers['followFeeds'] = () => ({ added: [], already: [], refused: [] });
  await openOptions();
  fireEvent.click(screen.getByText('Choose from the catalogue'));
  click('Follow NPR');
  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['*://feeds.npr.org/*'] });
  await waitFor(() => expect(payloadsOf('followFeeds')).toHaveLength(1));
});

test('an OPML import shows what it holds, asks, and reports', async () => {
  const candidates = ['a', 'b'].map((name) => ({
    feedUrl: `https://${name}.example/feed`,
    title: name.toUpperCase(),
    siteUrl: null,
  }));
  const refused = [{ title: 'Odd', address: 'feed:odd' }];
  fake.answers = {
    readOpml: () => ({ ok: true, value: { candidates, refused } }),
    followFeeds: () => ({
      added: [followed('a').feed],
      already: [followed('b').feed],
      refused: [],
    }),
  };
  browser.permissions.request.mockResolvedValueOnce(false);
  await openOptions();
  const file = new File(['<opml/>'], 'feeds.opml');
  fireEvent.change(screen.getByLabelText('Import OPML'), { target: { files: [file] } });
  expect(await screen.findByText('This file holds 2 feeds:')).toBeTruthy();
  expect(screen.getByText('Odd: “feed:odd” is not a web address')).toBeTruthy();
  click('Follow these feeds');
  expect(await screen.findByText(/^Access was declined, so nothing was followed/)).toBeTruthy();
  click('Follow these feeds');
  expect(await screen.findByText('1 feed added.')).toBeTruthy();
  expect(screen.getByText('1 was already there.')).toBeTruthy();
  expect(screen.getByText('1 could not be used:')).toBeTruthy();
});

test('a topic is previewed while it is typed, once the typing pauses', async () => {
  const example = { title: 'Polls open', publisher: 'The Gazette', sortAt: NOW };
  fake.preview = { count: 14, total: 320, examples: [example] };
  await openOptions();
  type('Words', 'elec');
  type('Words', 'election*');
  expect(await screen.findByText('Matches 14 of 320 stored')).toBeTruthy();
  expect(screen.getByText('Polls open')).toBeTruthy();
  expect(reads.previewTopic).toHaveBeenCalledTimes(1);
});

test('a topic is saved, edited and removed with undo', async () => {
  fake.topics = [topic('space', { name: 'Space', isNotifying: true })];
  fake.answers['saveTopic'] = () => ({ ok: true, value: topic('golf') });
  await openOptions();
  type('Words', 'golf');
  fireEvent.click(screen.getByRole('radio', { name: 'Mute' }));
  await waitFor(() =>
    expect(screen.queryByRole('checkbox', { name: 'Notify me of each' })).toBeNull(),
  );
  click('Add topic');
  expect(payloadsOf('saveTopic')).toEqual([
    { topicId: null, name: 'golf', query: 'golf', action: 'mute', isNotifying: false },
  ]);
  click('Edit Space');
  await screen.findByRole('button', { name: 'Save topic' });
  expect(field('Name').value).toBe('Space');
  click('Remove Space');
  expect(await screen.findByText('Topic “Space” removed')).toBeTruthy();
  click('Undo');
  expect(payloadsOf('restoreTopic')).toEqual([{ topic: fake.topics[0] }]);
});

test.each([
  ['empty', /at least one word/],
  ['unclosed-quote', /quotation mark is missing/],
  ['only-exclusions', /Only words to leave out/],
])('the topic error %s is a sentence, and the words stay', async (kind, sentence) => {
  fake.answers['saveTopic'] = () => ({ ok: false, error: { kind } });
  await openOptions();
  type('Words', '"open');
  click('Add topic');
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(field('Words').value).toBe('"open');
});

test('changes of the worker appear', async () => {
  await openOptions();
  expect(screen.getByText(/^No feeds yet/)).toBeTruthy();
  fake.feeds = [followed('gazette')];
  changed();
  const list = await screen.findByRole('list', { name: 'Followed feeds' });
  expect(within(list).getByRole('heading', { name: 'The gazette' })).toBeTruthy();
  expect(screen.getByText('Version 1.2.3')).toBeTruthy();
});

test('how often a feed is checked is chosen in its row, in words', async () => {
  fake.feeds = [followed('gazette', { freshMs: 3_600_000 })];
  await openOptions();
  const name = 'How often to check The gazette';
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name });
  expect([...list.options].map(({ text }) => text)).toEqual([
    'automatically',
    ...['5 minutes', '15 minutes', '30 minutes', '1 hour', '3 hours', '6 hours', '12 hours'].map(
      (length) => `every ${length}`,
    ),
    'every 1 day',
  ]);
  expect(list.value).toBe('');
  fireEvent.change(list, { target: { value: '300000' } });
  fireEvent.change(list, { target: { value: '' } });
  expect(payloadsOf('setCheckEvery')).toEqual([
    { feedId: 'gazette', checkEveryMs: 300_000 },
    { feedId: 'gazette', checkEveryMs: null },
  ]);
});

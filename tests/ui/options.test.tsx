import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wearLastLook } from '../../src/ui/look';
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

test('a feed tells its health, can be renamed, and removed with undo', async () => {
  fake.feeds = [followed('gazette'), followed('herald', { lastError: { kind: 'gone' } })];
  await openOptions();
  expect(
    screen.getByText('Checked 2 minutes ago, all well. Next check in 20 minutes.'),
  ).toBeTruthy();
  const list = within(screen.getByRole('list', { name: 'Followed feeds' }));
  expect(list.getByText(/^The publisher has ended this feed/)).toBeTruthy();
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
  expect(screen.getByText('Following 1 feed')).toBeTruthy();
  click('Undo');
  expect(await screen.findByText('This file holds 2 feeds:')).toBeTruthy();
  expect(payloadsOf('removeFeeds')).toEqual([{ feedIds: [followed('a').feed.feedId] }]);
});

test('the look changes at once, is kept for the next page, and is stored', async () => {
  await openOptions();
  fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  fireEvent.click(screen.getByRole('radio', { name: 'Compact' }));
  document.documentElement.dataset['theme'] = 'light';
  wearLastLook();
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
  expect(payloadsOf('updateSettings')).toEqual([
    { patch: { appearance: { theme: 'dark' } } },
    { patch: { appearance: { density: 'compact' } } },
  ]);
});

test('health tells how many feeds are well, names those that are not, and gives the log', async () => {
  const error = { kind: 'http', status: 503 } as const;
  fake.feeds = [followed('a'), followed('b', { lastError: error })];
  const result = { kind: 'failed', error } as const;
  fake.checkLog = [{ at: NOW, feedUrl: 'https://b.example/feed', tookMs: 5, result }];
  await openOptions();
  const health = within(await screen.findByRole('region', { name: 'Health' }));
  expect(health.getByText('1 of 2 feeds is failing.')).toBeTruthy();
  const list = within(health.getByRole('list', { name: 'Failing feeds' }));
  expect(list.getByText(/has a fault of its own \(error 503\)/)).toBeTruthy();
  expect(health.getAllByRole('row')).toHaveLength(2);
  const log = health.getByRole('textbox', { name: 'The last checks' }) as HTMLTextAreaElement;
  expect(log.value).toContain('failed: http status=503');
});

test('a topic is previewed while it is typed, once the typing pauses', async () => {
  const marks = [{ start: 0, end: 5 }];
  const named = { articleId: 'a1', feedId: 'f1', publisher: 'The Gazette', sortAt: NOW };
  const examples = [{ ...named, title: 'Polls open', marks }];
  fake.preview = { count: 14, total: 320, perWeek: 3.6, examples };
  await openOptions();
  type('Words', 'elec');
  type('Words', 'election*');
  expect(await screen.findByText('Matches 14 of 320 stored. About 4 a week.')).toBeTruthy();
  expect(screen.getByText('Polls').tagName).toBe('MARK');
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
    {
      ...{ topicId: null, name: 'golf', query: 'golf', action: 'mute', isNotifying: false },
      ...{ publishers: [], untilAt: null },
    },
  ]);
  click('Edit Space');
  await screen.findByRole('button', { name: 'Save topic' });
  expect(field('Name').value).toBe('Space');
  click('Remove Space');
  expect(await screen.findByText('Topic “Space” removed')).toBeTruthy();
  click('Undo');
  expect(payloadsOf('restoreTopic')).toEqual([{ topic: fake.topics[0] }]);
});

test('a topic of certain publishers and for a time says so, and needs no words', async () => {
  fake.publishers = [{ key: 'gazette.example', names: ['The Gazette'] }];
  const limits = { query: '', publishers: ['gazette.example'], untilAt: NOW + 3_600_000 };
  fake.topics = [
    topic('gazette', { ...limits, action: 'mute' }),
    topic('golf', { endedAt: NOW - 60_000, publishers: ['gone.example'] }),
  ];
  fake.answers['saveTopic'] = () => ({ ok: true, value: fake.topics[0] });
  await openOptions();
  expect(await screen.findByText('only from The Gazette')).toBeTruthy();
  expect(screen.getByText('only from gone.example')).toBeTruthy();
  expect(screen.getByText(/^until /)).toBeTruthy();
  expect(screen.getByText(/^ended /)).toBeTruthy();
  click('Edit golf');
  const gone = await screen.findByRole('checkbox', { name: 'gone.example' });
  fireEvent.click(gone);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'gone.example' })).toBeNull());
  fireEvent.click(screen.getByRole('checkbox', { name: 'The Gazette' }));
  type('Words', '');
  click('For a week');
  await screen.findByRole('button', { name: 'For good' });
  click('Save topic');
  const [saved] = payloadsOf('saveTopic') as { publishers: string[]; untilAt: number }[];
  expect(saved?.publishers).toEqual(['gazette.example']);
  expect(saved?.untilAt).toBeGreaterThan(Date.now());
});

test('a quotation mark that is missing is said while typing', async () => {
  await openOptions();
  type('Words', '"open');
  expect(await screen.findByText(/quotation mark is missing/)).toBeTruthy();
  type('Words', '"open"');
  await waitFor(() => expect(screen.queryByText(/quotation mark is missing/)).toBeNull());
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

test('a publisher’s own label is trusted only where the user says so', async () => {
  fake.feeds = [followed('gazette')];
  await openOptions();
  const name = 'Trust the “Breaking” label of The gazette';
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name });
  expect(box.checked).toBe(false);
  fireEvent.click(box);
  expect(payloadsOf('setTrustsKicker')).toEqual([{ feedId: 'gazette', trustsKicker: true }]);
});

test('who follows one publisher is told why nothing breaks, until its label is trusted', async () => {
  fake.feeds = [followed('gazette')];
  await openOptions();
  const advice = /you follow only one/;
  expect(screen.getByText(advice).textContent).toContain('trust its “Breaking” label');
  cleanup();
  const { feed, ...rest } = followed('gazette');
  fake.feeds = [{ ...rest, feed: { ...feed, trustsKicker: true } }];
  await openOptions();
  expect(screen.queryByText(advice)).toBeNull();
});

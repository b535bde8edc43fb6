import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogue } from '../../src/domain/catalogue/catalogue';
import { catalogueGroups } from '../../src/ui/catalogue-groups';
import browser from './fake-browser';
import { fake, payloadsOf, resetFake } from './fake-worker';
import { openOptions } from './open-options';
import { followed } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

const NPR = 'https://feeds.npr.org/1001/rss.xml';

beforeEach(async () => {
  resetFake();
  browser.permissions.request.mockReset().mockResolvedValue(true);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
  const npr = followed('npr');
  fake.feeds = [{ ...npr, feed: { ...npr.feed, feedUrl: NPR } }];
  await openOptions();
  fireEvent.click(screen.getByText('Choose from the catalogue'));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const tick = (name: string) => fireEvent.click(box(name));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
const legends = () =>
  [...document.querySelectorAll('.publishers legend')].map(({ textContent }) => textContent);

test('the person’s languages are shown first and alone, others when asked for', async () => {
  expect(legends()).toEqual(['German', 'English']);
  choose('Language', '');
  await waitFor(() => expect(legends()).toHaveLength(26));
  expect(legends().slice(0, 3)).toEqual(['German', 'English', 'Arabic']);
  choose('Language', 'fr');
  choose('Country', 'CA');
  await waitFor(() => expect(legends()).toEqual(['French']));
  expect(box('La Presse').checked).toBe(false);
  choose('Country', 'BR');
  await screen.findByText('No publisher of this country in this language.');
  fireEvent.click(screen.getByRole('button', { name: 'All languages' }));
  await waitFor(() => expect(legends()).toEqual(['Portuguese']));
});

test('several are followed by one question, and given up together', async () => {
  fake.answers['followFeeds'] = () => ({
    ...{ added: [followed('a').feed, followed('b').feed] },
    ...{ already: [], refused: [] },
  });
  tick('tagesschau');
  choose('Language', 'ja');
  tick('朝日新聞');
  expect(await screen.findByText('2 feeds chosen')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Follow these' }));
  expect(browser.permissions.request.mock.calls).toEqual([
    [{ origins: ['*://www.tagesschau.de/*', '*://www.asahi.com/*'] }],
  ]);
  expect(await screen.findByText('Following 2 feeds')).toBeTruthy();
  expect(payloadsOf('followFeeds')).toMatchObject([
    { candidates: [{ title: 'tagesschau' }, { title: '朝日新聞' }] },
  ]);
  expect(screen.queryByRole('button', { name: 'Follow these' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(payloadsOf('removeFeeds')).toEqual([{ feedIds: ['a', 'b'] }]);
});

test('a declined question keeps the choice and is offered again', async () => {
  browser.permissions.request.mockResolvedValueOnce(false);
  tick('Der Spiegel');
  fireEvent.click(await screen.findByRole('button', { name: 'Follow these' }));
  expect(await screen.findByText(/^Access was declined, so nothing was followed/)).toBeTruthy();
  expect(box('Der Spiegel').checked).toBe(true);
  fake.answers['followFeeds'] = () => ({ added: [], already: [{}], refused: [] });
  fireEvent.click(screen.getByRole('button', { name: 'Allow access' }));
  await waitFor(() => expect(payloadsOf('followFeeds')).toHaveLength(1));
});

test('what is followed already cannot be chosen', () => {
  const row = document.querySelector<HTMLElement>('.publisher-choice.is-followed');
  expect(within(row as HTMLElement).getByText('Following')).toBeTruthy();
  expect(box('NPR Following').disabled).toBe(true);
});

test("on the first run the person's languages are open, and the first entry's", () => {
  const groups = catalogueGroups(['de-AT', 'fr']);
  expect(groups.slice(0, 2).map(({ name }) => name)).toEqual(['German', 'French']);
  expect(groups.filter(({ isNear }) => isNear).map(({ language }) => language)).toEqual([
    ...['de', 'fr', 'en'],
  ]);
  expect(groups.flatMap(({ feeds }) => feeds)).toHaveLength(catalogue.length);
});

import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Story } from '../../src/domain/model';
import type { Marked } from '../../src/domain/search/marks';
import type { SearchProblem, SearchQuery } from '../../src/domain/search/query';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { closePopup, openPopup } from './open-popup';
import { frontPage, HOUR, NOW, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);
vi.mock('../../src/ui/search/load-searching', async () => {
  const { parseSearch } = await import('../../src/domain/search/parse');
  return { loadSearching: async () => ({ parseSearch, openSearch: open }) };
});
vi.mock('../../src/ui/load-styles', () => ({ loadStyles: async () => undefined }));

/** What is stored, in the handfuls in which a search finds it. */
let stored: Story[][];
let unknown: SearchProblem[];
let asked: SearchQuery[];
const excerpts = new Map<string, Marked['excerpt']>();

/** Finds by the first word alone, in headlines. */
async function open(query: SearchQuery) {
  asked.push(query);
  const word = query.alternatives[0]?.wanted[0]?.text ?? '';
  const left = [...stored];
  return {
    problems: unknown,
    next: async () => {
      const handful = left.shift() ?? [];
      const found = handful.flatMap((one) => {
        const start = one.lead.title.toLowerCase().indexOf(word);
        const headline = word === '' ? [] : [{ start, end: start + word.length }];
        const marked: Marked = { headline, excerpt: excerpts.get(one.storyId) ?? null };
        return start === -1 ? [] : [{ story: one, marked }];
      });
      return { found, isDone: left.length === 0 };
    },
  };
}

beforeEach(() => {
  resetFake();
  vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW });
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.scrollTo = () => {};
  stored = [
    [story('a', { title: 'Ferry stops' }), story('b', { title: 'A ferry sails' })],
    [story('c', { title: 'Night ferry', sortAt: NOW - 50 * HOUR })],
  ];
  unknown = [];
  asked = [];
  excerpts.clear();
  fake.frontPage = frontPage({ stories: [story('x', { title: 'Harbour' }), story('y')] });
});
afterEach(() => {
  closePopup();
  vi.useRealTimers();
});

const field = () =>
  screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search everything stored' });
const press = (key: string, target: Element | null = document.activeElement) =>
  fireEvent.keyDown(target ?? document.body, { key });
const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
const headlines = () => screen.queryAllByRole('heading', { level: 3 }).map((h) => h.textContent);
const marks = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
const said = () => screen.getAllByRole('status').map((status) => status.textContent);
const pause = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(800);
  });

async function search(text: string): Promise<void> {
  await openPopup();
  press('/');
  await screen.findByRole('searchbox');
  write(text);
}

test('the key and the button open the field; what it understands is explained', async () => {
  await openPopup();
  press('/');
  expect(document.activeElement).toBe(await screen.findByRole('searchbox'));
  expect(screen.queryByRole('tablist')).toBeNull();
  expect(await screen.findByRole('heading', { name: 'How to search' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'is:unread' }));
  expect(field().value).toBe('is:unread ');
  expect(document.activeElement).toBe(field());
  const button = screen.getByRole('button', { name: 'Search' });
  expect(button.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(button);
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

test('rows come as one types, with the words marked, below their days', async () => {
  await search('ferry');
  await waitFor(() => expect(headlines()).toEqual(['Ferry stops', 'A ferry sails', 'Night ferry']));
  expect(marks()).toEqual(['Ferry', 'ferry', 'ferry']);
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  write('night');
  await waitFor(() => expect(headlines()).toEqual(['Night ferry']));
  write('');
  expect(await screen.findByRole('heading', { name: 'How to search' })).toBeTruthy();
  expect(headlines()).toEqual([]);
});

test('how many there are is said once, after a pause', async () => {
  await search('ferry');
  await waitFor(() => expect(headlines()).toHaveLength(3));
  expect(said()).not.toContain('3 stories');
  await pause();
  expect(said()).toContain('3 stories');
});

test('where else the words stand is shown below a headline that has them not', async () => {
  excerpts.set('a', { part: 'earlier', text: 'Boat stops', marks: [{ start: 0, end: 4 }] });
  await search('ferry');
  await waitFor(() => expect(marks()).toContain('Boat'));
  expect(screen.getByText('Earlier headline:')).toBeTruthy();
});

test('nothing found says so, and what to try', async () => {
  await search('zeppelin');
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeTruthy();
  await pause();
  expect(said()).toContain('0 stories');
});

test('what cannot be used is said in a sentence after a pause, and the rest still searched', async () => {
  unknown = [{ kind: 'unknown-publisher', written: 'nobody' }];
  await search('ferry after:soon publisher:nobody');
  await waitFor(() => expect(headlines()).toHaveLength(3));
  expect(screen.queryByText(/is no date/)).toBeNull();
  await pause();
  expect(screen.getByText(/“soon” is no date. after: takes/)).toBeTruthy();
  expect(screen.getByText(/no publisher called “nobody”/)).toBeTruthy();
});

test('more than a page comes when it is asked for', async () => {
  stored = Array.from({ length: 6 }, (_, page) =>
    Array.from({ length: 16 }, (_unused, at) =>
      story(`f${page}-${at}`, { title: `Ferry ${page}-${at}`, sortAt: NOW - page * HOUR }),
    ),
  );
  await search('ferry');
  await waitFor(() => expect(headlines()).toHaveLength(64));
  expect(screen.getByText('The newest 64')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Older stories' }));
  await waitFor(() => expect(headlines()).toHaveLength(96));
  expect(asked).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Older stories' })).toBeNull();
});

test('arrows lead to the rows and back; Escape to the list and to where one was', async () => {
  await openPopup();
  press('j');
  press('j');
  expect(document.activeElement?.textContent).toBe(fake.frontPage?.stories[1]?.lead.title);
  press('/');
  await screen.findByRole('searchbox');
  write('ferry');
  await waitFor(() => expect(headlines()).toHaveLength(3));
  press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Ferry stops');
  press('j');
  expect(document.activeElement?.textContent).toBe('A ferry sails');
  press('k');
  press('k');
  expect(document.activeElement).toBe(field());
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
  await waitFor(() =>
    expect(document.activeElement?.textContent).toBe(fake.frontPage?.stories[1]?.lead.title),
  );
});

test('without a row to go back to, the focus goes to the button', async () => {
  await search('ferry');
  fireEvent.click(screen.getByRole('button', { name: 'Close search' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Search' })),
  );
});

test('what is found is opened, saved and marked like any row, by the article that was found', async () => {
  fake.answers = { openStory: () => true, setStorySaved: () => undefined };
  await search('ferry');
  await waitFor(() => expect(headlines()).toHaveLength(3));
  press('ArrowDown');
  press('s');
  expect(payloadsOf('setStorySaved')).toEqual([{ storyId: 'a', isSaved: true }]);
  fireEvent.click(screen.getByText('sails', { exact: false }));
  expect(payloadsOf('openStory')).toEqual([{ storyId: 'b', articleId: 'b-a', isBehind: false }]);
});

test('a change of what is stored is found without asking again', async () => {
  await search('ferry');
  await waitFor(() => expect(headlines()).toHaveLength(3));
  stored = [[story('n', { title: 'New ferry' })], ...stored];
  changed();
  await waitFor(() => expect(headlines()[0]).toBe('New ferry'));
  expect(headlines()).toHaveLength(4);
});

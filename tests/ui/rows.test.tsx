import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fake, payloadsOf, resetFake } from './fake-worker';
import { closePopup, openPopup, row } from './open-popup';
import { frontPage, HOUR, NOW, story, version } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  vi.setSystemTime(NOW);
});
afterEach(() => {
  closePopup();
  vi.useRealTimers();
});

test('stories stand below their days, with publisher, time and marks', async () => {
  fake.frontPage = frontPage({
    stories: [
      story('a', { publisherCount: 3, isEdited: true, updatedAt: NOW - HOUR / 4 }),
      story('b', { sortAt: NOW - 20 * HOUR, isUnread: false }),
      story('c', { sortAt: new Date(2011, 10, 21, 14, 57).getTime() }),
    ],
  });
  await openPopup();
  const days = screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);
  expect(days).toEqual([
    'Today Tuesday, November 24',
    'Yesterday Monday, November 23',
    'Monday, November 21, 2011 ',
  ]);
  const meta = row('Headline a').getByText('The Gazette').closest('p')?.textContent;
  expect(meta).toMatch(/The Gazette30 minEdited 11:45\sAM\+2 publishers/);
  expect(row('Headline a').getByText('Unread')).toBeTruthy();
  expect(row('Headline b').queryByText('Unread')).toBeNull();
});

test('an edited story tells both times exactly', async () => {
  const publishedAt = new Date(2011, 10, 21, 10, 57).getTime();
  const updatedAt = publishedAt + 4 * HOUR;
  fake.frontPage = frontPage({
    stories: [story('a', { sortAt: publishedAt, publishedAt, updatedAt, isEdited: true })],
  });
  await openPopup();
  expect(screen.getByRole('link', { name: 'Headline a' }).title.replace(/\s/g, ' ')).toBe(
    'Published Monday, November 21, 2011 at 10:57 AM, edited 2:57 PM',
  );
});

test('a click opens the story, Ctrl and the middle button open it behind', async () => {
  fake.frontPage = frontPage({ stories: [story('a'), story('b', { url: null })] });
  await openPopup();
  const link = screen.getByRole('link', { name: 'Headline a' });
  fireEvent.click(link);
  fireEvent.click(link, { ctrlKey: true });
  fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }));
  fireEvent(link, new MouseEvent('auxclick', { button: 2, bubbles: true, cancelable: true }));
  fireEvent.click(screen.getByRole('button', { name: 'Headline b' }));
  expect(payloadsOf('openStory')).toEqual([
    { storyId: 'a', articleId: null, isBehind: false },
    { storyId: 'a', articleId: null, isBehind: true },
    { storyId: 'a', articleId: null, isBehind: true },
    { storyId: 'b', articleId: null, isBehind: false },
  ]);
  await waitFor(() => expect(row('Headline a').queryByText('Unread')).toBeNull());
});

test('saving and marking show at once and are asked of the worker', async () => {
  fake.frontPage = frontPage({ stories: [story('a')] });
  await openPopup();
  fireEvent.click(row('Headline a').getByRole('button', { name: 'Save' }));
  fireEvent.click(row('Headline a').getByRole('button', { name: 'Mark as read' }));
  await row('Headline a').findByRole('button', { name: 'Save', pressed: true });
  await row('Headline a').findByRole('button', { name: 'Mark as unread' });
  expect(payloadsOf('setStorySaved')).toEqual([{ storyId: 'a', isSaved: true }]);
  expect(payloadsOf('setStoriesRead')).toEqual([{ storyIds: ['a'], isRead: true }]);
});

test('an opened row names what it follows up, and opens that', async () => {
  const sample = story('a', { title: 'Tenth body found' });
  const earlier = story('b', { title: 'Glacier collapse', publisherCount: 3 });
  fake.frontPage = frontPage({ stories: [sample] });
  fake.details['a'] = { story: sample, mutedBy: [], versions: [version({ articleId: 'a-a' })] };
  fake.answers.findEarlierStory = () => earlier;
  await openPopup();
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  const heading = await screen.findByRole('heading', { name: 'Earlier' });
  expect(heading.parentElement?.textContent).toContain('+2 publishers');
  fireEvent.click(screen.getByRole('link', { name: 'Glacier collapse' }));
  expect(payloadsOf('findEarlierStory')).toEqual([{ storyId: 'a' }]);
  await waitFor(() =>
    expect(payloadsOf('openStory')).toEqual([{ storyId: 'b', articleId: null, isBehind: false }]),
  );
});

test('an opened row shows summary, every version and what was edited', async () => {
  const sample = story('a', { title: 'New words', publisherCount: 2 });
  fake.frontPage = frontPage({ stories: [sample] });
  fake.details['a'] = {
    story: sample,
    mutedBy: [],
    versions: [
      version({
        articleId: 'a-a',
        title: 'New words',
        summary: 'What it is about.',
        commentsUrl: 'https://gazette.example/talk',
        isEdited: true,
        updatedAt: NOW - HOUR / 4,
        revisions: [{ title: 'Old words', summary: '', replacedAt: NOW - HOUR / 4 }],
      }),
      version({ articleId: 'b-a', title: 'Other words', publisher: 'The Herald' }),
    ],
  };
  await openPopup();
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('What it is about.')).toBeTruthy();
  expect(screen.getByText('Old', { selector: 'del' })).toBeTruthy();
  expect(screen.getByText('New', { selector: 'ins' })).toBeTruthy();
  expect(screen.getByText('The headline was: Old words. It now reads: New words.')).toBeTruthy();
  expect(screen.getByText(/^Published 11:00\sAM, edited 11:45\sAM$/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Comments' })).toBeTruthy();
  fireEvent.click(screen.getByRole('link', { name: 'Other words' }));
  expect(payloadsOf('openStory')).toEqual([{ storyId: 'a', articleId: 'b-a', isBehind: false }]);
  fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
  await waitFor(() => expect(screen.queryByText('What it is about.')).toBeNull());
});

test('of many edits the last three are shown at once', async () => {
  const sample = story('a', { title: 'Toll rises to 6' });
  const revisions = [1, 2, 3, 4, 5].map((toll) => ({
    title: `Toll rises to ${toll}`,
    summary: toll > 4 ? 'Before the last edit.' : '',
    replacedAt: NOW - HOUR + toll,
  }));
  fake.frontPage = frontPage({ stories: [sample] });
  fake.details['a'] = {
    story: sample,
    mutedBy: [],
    versions: [version({ articleId: 'a-a', title: 'Toll rises to 6', revisions })],
  };
  await openPopup();
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  const earlier = await screen.findByText('2 earlier edits');
  const folded = earlier.closest('details');
  expect(folded?.open).toBe(false);
  expect(folded?.querySelectorAll('ins')).toHaveLength(2);
  const marks = [...document.querySelectorAll('.changed-headline ins')];
  expect(marks.map((mark) => mark.textContent)).toEqual(['6', '5', '4', '3', '2']);
  expect(screen.getByText('Before the last edit.', { selector: 'del' })).toBeTruthy();
});

test('breaking news stands in a band of its own', async () => {
  const reasons = [{ kind: 'kicker' as const, word: 'Eilmeldung', publisher: 'tagesschau' }];
  const breaking = story('a', {
    title: 'EILMELDUNG: Regen',
    breaking: { decidedAt: NOW - HOUR, reasons },
  });
  fake.frontPage = frontPage({ stories: [breaking], breaking: [breaking] });
  await openPopup();
  const band = within(screen.getByRole('region', { name: 'Breaking' }));
  expect(band.getByText('Eilmeldung')).toBeTruthy();
  expect(band.getByText(/^since 11:00/)).toBeTruthy();
  // The mark stands above the headline, so it does not lead it once more.
  expect(band.getByRole('link', { name: 'Regen' })).toBeTruthy();
});

test("a publisher's text is shown as text, in its own direction", async () => {
  fake.frontPage = frontPage({
    stories: [story('a', { title: '<img src=x onerror=alert(1)> عاجل' })],
  });
  await openPopup();
  const link = screen.getByRole('link', { name: '<img src=x onerror=alert(1)> عاجل' });
  expect(link.getAttribute('dir')).toBe('auto');
  expect(document.querySelector('img')).toBeNull();
});

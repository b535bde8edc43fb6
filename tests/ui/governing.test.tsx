import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredParts } from '../../src/domain/notify/past-story';
import type { NotificationSettings } from '../../src/domain/notify/settings';
import { makeArticle, makeFeed, makeStory } from '../support/make';
import { changed, fake, payloadsOf, reads, resetFake } from './fake-worker';
import { openOptions } from './open-options';
import { followed, HOUR, NOW, told, topic } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  vi.setSystemTime(NOW);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The last change of the governing settings that was sent. */
const lastChange = () =>
  (
    payloadsOf('updateSettings').at(-1) as {
      patch: { notifications: Partial<NotificationSettings> };
    }
  ).patch.notifications;
const check = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const setTime = (name: string, value: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('quiet hours are set by weekday and across midnight, as many times as wanted', async () => {
  await openOptions();
  check('Hold notifications back at these times');
  expect(lastChange().quietHours).toMatchObject({ isOn: true, spans: [{ from: 1320, to: 420 }] });
  await screen.findByText('ends on the next day');
  check('Saturday, quiet time 1');
  check('Sunday, quiet time 1');
  setTime('Quiet time 1: from', '23:30');
  press('Add another time');
  setTime('Quiet time 2: from', '13:00');
  setTime('Quiet time 2: to', '14:15');
  expect(lastChange().quietHours?.spans).toEqual([
    { weekdays: [1, 2, 3, 4, 5], from: 23 * 60 + 30, to: 7 * 60 },
    { weekdays: [0, 1, 2, 3, 4, 5, 6], from: 13 * 60, to: 14 * 60 + 15 },
  ]);
  expect(screen.getAllByText('ends on the next day')).toHaveLength(1);
  press('Remove time 1');
  expect(lastChange().quietHours?.spans).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Remove time 1' })).toBeNull();
});

test('a quiet time without a day says that it does nothing; an emptied time holds', async () => {
  fake.settings.notifications = {
    ...fake.settings.notifications,
    quietHours: { isOn: true, spans: [{ weekdays: [3], from: 60, to: 120 }] },
  };
  await openOptions();
  check('Wednesday, quiet time 1');
  expect(await screen.findByText(/^Choose at least one day/)).toBeTruthy();
  const from = screen.getByLabelText<HTMLInputElement>('Quiet time 1: from');
  const before = payloadsOf('updateSettings').length;
  fireEvent.input(from, { target: { value: '' } });
  fireEvent.blur(from);
  expect(from.value).toBe('01:00');
  expect(payloadsOf('updateSettings')).toHaveLength(before);
});

test('a daily budget applies as soon as it can be one, and says so while it cannot', async () => {
  await openOptions();
  const field = screen.getByRole<HTMLInputElement>('spinbutton', {
    name: 'Notifications a day, at most',
  });
  fireEvent.input(field, { target: { value: '12' } });
  expect(lastChange()).toEqual({ dailyBudget: 12 });
  for (const value of ['', '0', '51', '2.5']) {
    fireEvent.input(field, { target: { value } });
    expect(await screen.findByText('Type a whole number from 1 to 50.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  }
  fireEvent.blur(field);
  await waitFor(() => expect(field.value).toBe('12'));
  expect(payloadsOf('updateSettings')).toHaveLength(1);
});

test('feeds and topics opt in and out, each for itself', async () => {
  fake.feeds = [followed('gazette'), followed('herald')];
  fake.topics = [
    topic('space', { name: 'Space' }),
    topic('golf', { name: 'Golf', action: 'mute' }),
  ];
  await openOptions();
  const list = (name: string) =>
    screen.getByRole<HTMLSelectElement>('combobox', { name: `Notifications of ${name}` });
  const choose = (name: string, choice: string) =>
    fireEvent.change(list(name), { target: { value: choice } });
  fireEvent.click(screen.getByText('Choose by feed and topic'));
  expect(screen.queryByRole('combobox', { name: 'Notifications of Golf' })).toBeNull();

  choose('The gazette', 'always');
  choose('The herald', 'never');
  expect(lastChange()).toEqual({ feeds: { gazette: 'always', herald: 'never' } });
  choose('The gazette', 'level');
  expect(lastChange()).toEqual({ feeds: { herald: 'never' } });

  choose('Space', 'never');
  expect(lastChange()).toEqual({ silentTopicIds: ['space'] });
  choose('Space', 'always');
  expect(lastChange()).toEqual({ silentTopicIds: [] });
  expect(payloadsOf('setTopicNotifying')).toEqual([
    { topicId: 'space', isNotifying: false },
    { topicId: 'space', isNotifying: true },
  ]);
  expect(list('Space').value).toBe('always');
});

test('edits are told only if wanted', async () => {
  await openOptions();
  check('Tell me when a story I opened is corrected');
  expect(lastChange()).toEqual({ tellsCorrections: true });
  check('Tell me when the headline of a breaking story turns');
  expect(lastChange()).toEqual({ tellsTurns: true });
});

test('quick changes all hold, also when the worker announces the first while the last is on its way', async () => {
  let finish = () => {};
  const isStored = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await openOptions();
  fake.answers['updateSettings'] = () => isStored;
  check('Tell me when a story I opened is corrected');
  fireEvent.click(screen.getByRole('radio', { name: 'Off' }));
  fake.settings = { ...fake.settings, notificationLevel: 'breaking' };
  changed();
  await waitFor(() => expect(reads.readFeeds.mock.calls.length).toBeGreaterThan(1));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Off' }).checked).toBe(true);
  finish();
});

/** A story of one article, at that time. */
function stored(storyId: string, at: number, isBreaking: boolean): StoredParts {
  const breaking = isBreaking ? { decidedAt: at, reasons: [] } : null;
  const article = { articleId: storyId, storyId };
  return {
    story: makeStory({ storyId, breaking }),
    articles: [makeArticle({ ...article, arrivedAt: at, sortAt: at, publishedAt: at })],
    statuses: new Map(),
    feeds: new Map([['f1', makeFeed()]]),
  };
}

const WEEK = {
  stories: [
    stored('a', NOW - 30 * HOUR, true),
    stored('b', NOW - 6 * HOUR, true),
    stored('c', NOW - 3 * HOUR, false),
  ],
  absences: [],
};
const received = (count: string) => `In the last seven days you would have received ${count}.`;

test('the week is shown under the present settings; other settings take the answer away at once', async () => {
  fake.material = WEEK;
  await openOptions();
  expect(screen.getByText('Looking through the last seven days…')).toBeTruthy();
  expect(await screen.findByText(received('2 notifications'))).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Everything' }));
  await waitFor(() => expect(screen.queryByText(received('2 notifications'))).toBeNull());
  expect(screen.getByText('Looking through the last seven days…')).toBeTruthy();
  expect(await screen.findByText(received('3 notifications'))).toBeTruthy();
});

test('of quick changes only the last one is answered', async () => {
  fake.material = WEEK;
  await openOptions();
  await screen.findByText(received('2 notifications'));
  const answers = new Set<string>();
  const preview = document.querySelector('.week-preview');
  const watch = new MutationObserver(() => answers.add(preview?.textContent ?? ''));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  for (const name of ['Everything', 'Off', 'Everything', 'Off']) {
    fireEvent.click(screen.getByRole('radio', { name }));
  }
  await screen.findByText(received('0 notifications'));
  watch.disconnect();
  expect([...answers].filter((answer) => answer.includes('3 notifications'))).toEqual([]);
});

test('a summary of very many names some of them, and how many more there are', async () => {
  fake.log = [told('a', { reason: 'summary', occasion: 'quiet' }, 90)];
  await openOptions();
  await screen.findByText('Headline a');
  const log = within(
    screen.getByText('What you were told, and what was held back').parentElement as HTMLElement,
  );
  expect(log.getAllByText(/^Headline a/)).toHaveLength(6);
  expect(log.getByText('and 84 more stories')).toBeTruthy();
});

test('what arrives meanwhile changes the answer without taking it away', async () => {
  fake.material = WEEK;
  await openOptions();
  const panel = within(
    (await screen.findByText(received('2 notifications'))).parentElement as HTMLElement,
  );
  fake.material = { ...WEEK, stories: [...WEEK.stories, stored('d', NOW - HOUR, true)] };
  changed();
  expect(await panel.findByText(received('3 notifications'))).toBeTruthy();
  fireEvent.click(panel.getByText('Which ones, and why'));
  expect(panel.getAllByRole('listitem')).toHaveLength(3);
});

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { headlineWords } from '../../src/ui/story-menu/headline-words';
import { StoryMenu } from '../../src/ui/story-menu/StoryMenu';
import { NOW, story, topic } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const DAY_MS = 86_400_000;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function openMenu() {
  const onMute = vi.fn();
  const onClose = vi.fn();
  const lead = { title: 'The C++ Storm in Riga', url: 'https://gazette.example/1' };
  const muted = story('a', { ...lead, topicIds: ['riga'] });
  const topics = [topic('riga', { name: 'Riga', query: 'riga, "old town"' }), topic('golf')];
  render(<StoryMenu story={muted} topics={topics} now={NOW} onMute={onMute} onClose={onClose} />);
  return { onMute, onClose };
}

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a publisher is muted for a day', () => {
  const { onMute } = openMenu();
  press('For a day');
  const limits = { query: '', publishers: ['gazette.example'], untilAt: NOW + DAY_MS };
  const draft = { topicId: null, action: 'mute', isNotifying: false, name: 'The Gazette' };
  expect(onMute).toHaveBeenCalledExactlyOnceWith({ ...draft, ...limits });
});

test('a followed topic of the story is muted by its words; others are not offered', () => {
  const { onMute } = openMenu();
  expect(screen.queryByRole('radio', { name: 'The topic “golf”' })).toBeNull();
  choose('The topic “Riga”');
  press('For a week');
  const limits = { query: 'riga, "old town"', publishers: [], untilAt: NOW + 7 * DAY_MS };
  expect(onMute).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(limits));
});

test('words are muted together, in the order of the headline, and some must be chosen', () => {
  const { onMute } = openMenu();
  choose('These words together');
  press('For good');
  expect(onMute).not.toHaveBeenCalled();
  press('Riga');
  press('Storm');
  press('For good');
  const limits = { name: 'Storm Riga', query: 'Storm Riga', publishers: [], untilAt: null };
  expect(onMute).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(limits));
});

test('the link is copied, and a browser that refuses is not passed over', async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
  openMenu();
  press('Copy link');
  expect(await screen.findByText('Copied')).toBeTruthy();
  expect(writeText).toHaveBeenCalledExactlyOnceWith('https://gazette.example/1');
  writeText.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  press('Copy link');
  expect(await screen.findByText('The browser did not allow it')).toBeTruthy();
});

test('Escape closes it without reaching the popup', () => {
  const { onClose } = openMenu();
  fireEvent.keyDown(screen.getByRole('button', { name: 'Copy link' }), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test.each([
  ['The UN in the old Town', 'en', ['The', 'UN', 'Town']],
  ['Президент подписал указ, президент', 'ru', ['Президент', 'подписал', 'указ']],
  ['ロシア大統領が訪問', 'ja', ['ロシア', '大統領', 'が', '訪問']],
])('telling words of %j', (title, language, words) => {
  expect(headlineWords(title, language)).toEqual(words);
});

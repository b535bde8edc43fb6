import { beforeEach, expect, test, vi } from 'vitest';
import { createReader } from '../../src/ui/read-aloud/reader';

/** Stands for the browser's voice: it speaks until the test lets it end. */
class Utterance {
  lang = '';
  voice: unknown = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const said: Utterance[] = [];
let isPaused = false;
const speech = {
  speak: (utterance: unknown) => void said.push(utterance as Utterance),
  // Browsers tell the end of what they were told to leave.
  cancel: () => said.at(-1)?.onerror?.({ error: 'canceled' }),
  pause: () => {
    isPaused = true;
  },
  resume: () => {
    isPaused = false;
  },
  getVoices: () => [{ lang: 'en-US' }, { lang: 'ru-RU' }] as SpeechSynthesisVoice[],
};

const items = [
  { title: 'Rain is expected in the north', publisher: 'The Gazette' },
  { title: 'Указ', publisher: 'Вестник' },
  { title: 'Новые выборы объявлены', publisher: 'Вестник' },
].map((item, place) => ({ ...item, storyId: `s${place}` }));

beforeEach(() => {
  said.length = 0;
  isPaused = false;
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});

const last = () => {
  const utterance = said.at(-1);
  if (!utterance) throw new Error('nothing was said');
  return utterance;
};

test('headlines are read one after the other, and at the end it is done', () => {
  const onDone = vi.fn();
  const reader = createReader(speech, onDone);
  reader.start(items);
  expect(last().text).toBe('Rain is expected in the north. The Gazette.');
  last().onend?.();
  expect(reader.state.value).toMatchObject({ storyId: 's1', place: 1, count: 3 });
  last().onend?.();
  expect(onDone).not.toHaveBeenCalled();
  last().onend?.();
  expect(reader.state.value).toBeNull();
  expect(onDone).toHaveBeenCalledOnce();
  expect(said).toHaveLength(3);
});

test('each is read in the voice of its publisher’s language', () => {
  const reader = createReader(speech, () => {});
  reader.start(items);
  reader.skip(1);
  expect(last()).toMatchObject({ lang: 'ru', voice: { lang: 'ru-RU' } });
});

test('skipping goes on, back and not before the first, and ends a pause', () => {
  const reader = createReader(speech, () => {});
  reader.start(items);
  reader.skip(-1);
  expect(reader.state.value).toMatchObject({ place: 0 });
  reader.togglePaused();
  expect(isPaused).toBe(true);
  expect(reader.state.value).toMatchObject({ isPaused: true });
  reader.skip(1);
  expect(isPaused).toBe(false);
  expect(reader.state.value).toMatchObject({ place: 1, isPaused: false });
  expect(said).toHaveLength(3);
});

test('the end of what was left is not the end of what is read', () => {
  const reader = createReader(speech, () => {});
  reader.start(items);
  const left = last();
  reader.skip(1);
  left.onend?.();
  expect(reader.state.value).toMatchObject({ place: 1 });
});

test('without a voice it says so, and can be stopped', () => {
  const onDone = vi.fn();
  const reader = createReader(speech, onDone);
  reader.start(items);
  last().onerror?.({ error: 'synthesis-unavailable' });
  expect(reader.state.value).toEqual({ kind: 'voiceless' });
  reader.stop();
  expect(reader.state.value).toBeNull();
  expect(onDone).toHaveBeenCalledOnce();
});

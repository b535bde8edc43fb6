import { type ReadonlySignal, signal } from '@preact/signals';
import { languageOf } from '../../domain/story/language';

/** A story as it is read: its headline and who says so. */
export interface ReadingItem {
  storyId: string;
  title: string;
  publisher: string;
}

export type ReadingState =
  | { kind: 'reading'; storyId: string; place: number; count: number; isPaused: boolean }
  /** The system has no voice, or the one chosen failed. */
  | { kind: 'voiceless' };

export interface Reader {
  /** null while nothing is read. */
  state: ReadonlySignal<ReadingState | null>;
  start(items: ReadingItem[]): void;
  togglePaused(): void;
  /** To the headline after this one (1) or before it (-1). */
  skip(step: 1 | -1): void;
  stop(): void;
}

/** What the browser's speech synthesis is to the reader. */
export type Speech = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'pause' | 'resume' | 'getVoices'>;

/** Interruptions that the reader itself causes. */
const OWN_ENDS: readonly string[] = ['canceled', 'interrupted'];

/**
 * Reads headlines one after the other, each in the voice of its own language.
 * @param onDone after the last one, or when it was stopped
 */
export function createReader(speech: Speech, onDone: () => void): Reader {
  const state = signal<ReadingState | null>(null);
  let items: ReadingItem[] = [];
  let languages: ReadonlyMap<string, string | null> = new Map();
  /** What is spoken now: the ends of what was before it are no longer of interest. */
  let spoken: SpeechSynthesisUtterance | null = null;

  function speak(place: number): void {
    const item = items[place];
    spoken = null;
    speech.cancel();
    if (!item) {
      state.value = null;
      onDone();
      return;
    }
    const utterance = utter(item, languages.get(item.publisher) ?? null, speech.getVoices());
    spoken = utterance;
    state.value = {
      ...{ kind: 'reading', storyId: item.storyId, place, count: items.length },
      isPaused: false,
    };
    utterance.onend = () => spoken === utterance && speak(place + 1);
    utterance.onerror = ({ error }) => {
      if (spoken !== utterance || OWN_ENDS.includes(error)) return;
      spoken = null;
      state.value = { kind: 'voiceless' };
    };
    speech.resume();
    speech.speak(utterance);
  }

  return {
    state,
    start(list) {
      items = list;
      languages = languagesOf(list);
      speak(0);
    },
    togglePaused() {
      const now = state.value;
      if (now?.kind !== 'reading') return;
      if (now.isPaused) speech.resume();
      else speech.pause();
      state.value = { ...now, isPaused: !now.isPaused };
    },
    skip(step) {
      const now = state.value;
      if (now?.kind === 'reading') speak(Math.max(0, now.place + step));
    },
    stop() {
      items = [];
      speak(0);
    },
  };
}

/** By publisher: one headline may be too short to tell. */
function languagesOf(items: ReadingItem[]): Map<string, string | null> {
  const titlesOf = (name: string) =>
    items.filter(({ publisher }) => publisher === name).map(({ title }) => title);
  const publishers = new Set(items.map(({ publisher }) => publisher));
  return new Map([...publishers].map((name) => [name, languageOf(titlesOf(name))]));
}

function utter(
  { title, publisher }: ReadingItem,
  language: string | null,
  voices: SpeechSynthesisVoice[],
): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(`${title}. ${publisher}.`);
  if (language === null) return utterance;
  utterance.lang = language;
  // Chrome does not look for a voice of the language by itself where it has several.
  const voice = voices.find(({ lang }) => lang.split(/[-_]/)[0] === language);
  if (voice) utterance.voice = voice;
  return utterance;
}

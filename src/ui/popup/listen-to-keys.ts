import type { Story } from '../../domain/model';
import type { PopupActs } from '../state/popup-acts';
import type { PopupStore } from '../state/popup-store';
import { type KeyCommand, keyCommand } from './key-command';
import { viewsOf } from './views-of';

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-story]')];
}

function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-story]') ?? null;
}

/** Only the focus moves; nothing is marked read by it. */
function moveFocus(step: 1 | -1): void {
  const all = rows();
  const current = focusedRow();
  const at = current ? all.indexOf(current) + step : 0;
  const link = all[at]?.querySelector<HTMLElement>('.story-link');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

function focusedStory(store: PopupStore): Story | undefined {
  const storyId = focusedRow()?.dataset['story'];
  return store.page.value?.stories.find((story) => story.storyId === storyId);
}

/** Something stands above the list, and has the keys. */
function isCovered(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

type Run = (acts: PopupActs, store: PopupStore) => void;

/** A command on the story that has the focus. */
function onStory(act: (acts: PopupActs, story: Story) => void): Run {
  return (acts, store) => {
    const story = focusedStory(store);
    if (story) act(acts, story);
  };
}

const runs: Record<Exclude<KeyCommand, object>, Run> = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  open: onStory(({ stories }, story) => stories.open(story, false)),
  openBehind: onStory(({ stories }, story) => stories.open(story, true)),
  expand: onStory(({ opened }, story) => void opened.toggle(story.storyId)),
  save: onStory(({ stories }, story) => stories.toggleSaved(story)),
  toggleRead: onStory(({ stories }, story) => stories.toggleRead(story)),
  refresh: ({ refresher }) => void refresher.refresh(),
  markAllRead: ({ stories }) => stories.markAllRead(),
  undo: ({ undo }) => undo.run(),
  help: (_, { isHelpShown }) => {
    isHelpShown.value = true;
  },
  search: ({ searching }) => searching.open(),
};

/**
 * The popup's keys; see `key-command.ts`.
 * @returns what ends it
 */
export function listenToKeys(store: PopupStore): () => void {
  const listen = (event: KeyboardEvent) => {
    const command = event.defaultPrevented || isCovered() ? null : keyCommand(event);
    const page = store.frontPage.value;
    if (command === null || !page?.feedCount) return;
    event.preventDefault();
    store.act((acts) => {
      if (typeof command !== 'object') return runs[command](acts, store);
      const chosen = viewsOf(page)[command.view - 1];
      if (chosen) acts.openView(chosen.view);
    });
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

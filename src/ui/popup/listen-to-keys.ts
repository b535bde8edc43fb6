import type { Story } from '../../domain/model';
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
  return store.list.page.value?.stories.find((story) => story.storyId === storyId);
}

function openView(store: PopupStore, place: number): void {
  const page = store.frontPage.value;
  const chosen = page && viewsOf(page)[place - 1];
  if (chosen) store.openView(chosen.view);
}

type Run = (store: PopupStore) => void;

/** A command on the story that has the focus. */
function onStory(act: (store: PopupStore, story: Story) => void): Run {
  return (store) => {
    const story = focusedStory(store);
    if (story) act(store, story);
  };
}

const runs: Record<Exclude<KeyCommand, object>, Run> = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  open: onStory(({ actions }, story) => actions.open(story, false)),
  openBehind: onStory(({ actions }, story) => actions.open(story, true)),
  expand: onStory(({ opened }, story) => opened.toggle(story.storyId)),
  save: onStory(({ actions }, story) => actions.toggleSaved(story)),
  toggleRead: onStory(({ actions }, story) => actions.toggleRead(story)),
  refresh: ({ refresher }) => refresher.refresh(),
  markAllRead: ({ actions }) => actions.markAllRead(),
  undo: ({ undo }) => undo.run(),
};

/** The popup's keys; see `key-command.ts`. */
export function listenToKeys(store: PopupStore): void {
  document.addEventListener('keydown', (event) => {
    const command = event.defaultPrevented ? null : keyCommand(event);
    if (command === null || !store.frontPage.value?.feedCount) return;
    event.preventDefault();
    if (typeof command === 'object') openView(store, command.view);
    else runs[command](store);
  });
}

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import browser from 'webextension-polyfill';
import type { FrontPage, Story } from '../../domain/model';
import { type StorageTrouble, troubleOf } from '../../domain/storage-trouble';
import { readFeeds, readFrontPage, readTrouble, type StoryView } from '../../storage/read';
import { createClock } from './clock';
import { onChanged } from './on-changed';
import { createOpenedStory, type OpenedStory } from './opened-story';
import { createRefresher, type Refresher } from './refresher';
import { requestOrigins } from './site-access';
import { createStoryActions, type StoryActions } from './story-actions';
import { createStoryList, type StoryList } from './story-list';
import { createUndo, type Undo } from './undo';

export interface PopupStore {
  now: ReadonlySignal<number>;
  isOnline: ReadonlySignal<boolean>;
  /** undefined until read; null when nothing was ever stored. */
  frontPage: ReadonlySignal<FrontPage | null | undefined>;
  /** What keeps headlines from being read or stored. */
  trouble: ReadonlySignal<StorageTrouble | null>;
  list: StoryList;
  opened: OpenedStory;
  refresher: Refresher;
  undo: Undo;
  actions: StoryActions;
  openView(view: StoryView): void;
  openOptions(): void;
  /** Headlines are read aloud: those that the view listed when it began. */
  readAloud: Signal<Story[] | null>;
  /** The first run goes on in the popup, although there are feeds by now. */
  isStarting: Signal<boolean>;
  /** Asks again for the sites that feeds wait for; in the click. */
  allowAccess(): void;
  /** Reads what the popup shows first, then the rest. */
  load(): Promise<void>;
}

const A_MINUTE_MS = 60_000;

export const PopupContext = createContext<PopupStore | null>(null);

function createOnline(): ReadonlySignal<boolean> {
  const isOnline = signal(navigator.onLine);
  const update = () => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', update);
  addEventListener('offline', update);
  return isOnline;
}

/** Match patterns of the sites that feeds wait for. */
async function readMissingOrigins(): Promise<string[]> {
  const feeds = await readFeeds();
  return feeds.flatMap(({ state }) =>
    state?.lastError?.kind === 'permission' ? [state.lastError.origin] : [],
  );
}

export function createPopupStore(): PopupStore {
  const frontPage = signal<FrontPage | null | undefined>(undefined);
  const list = createStoryList(frontPage);
  const opened = createOpenedStory();
  const undo = createUndo();
  const trouble = signal<StorageTrouble | null>(null);
  let missingOrigins: string[] = [];

  async function readFirst(): Promise<void> {
    const read = await readFrontPage();
    batch(() => {
      frontPage.value = read;
      void list.reread();
    });
  }
  async function readRest(): Promise<void> {
    trouble.value = await readTrouble();
    await Promise.all([opened.reread(), refresher.follow()]);
    // Read ahead of the click: asking must not wait for anything.
    if (frontPage.value?.problems.permission) missingOrigins = await readMissingOrigins();
  }
  async function reread(): Promise<void> {
    try {
      await readFirst();
      void readRest();
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  }
  const refresher = createRefresher(frontPage, reread);

  return {
    now: createClock(),
    isOnline: createOnline(),
    frontPage,
    trouble,
    list,
    opened,
    refresher,
    undo,
    actions: createStoryActions(list, undo),
    openView(view) {
      void list.open(view);
    },
    openOptions: () => void browser.runtime.openOptionsPage(),
    readAloud: signal<Story[] | null>(null),
    isStarting: signal(false),
    async allowAccess() {
      if (await requestOrigins(missingOrigins)) await refresher.refresh();
    },
    async load() {
      onChanged(reread);
      await reread();
      // Updated later than now: the clock was set back, and the alarm may not ring for as long.
      if ((frontPage.value?.refreshedAt ?? 0) > Date.now() + A_MINUTE_MS) void refresher.refresh();
    },
  };
}

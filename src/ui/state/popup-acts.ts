import { batch } from '@preact/signals';
import browser from 'webextension-polyfill';
import { troubleOf } from '../../domain/storage-trouble';
import { readFeeds, readFrontPage, readSettings, readTrouble } from '../../storage/read';
import { wearLook } from '../look';
import { createClock } from './clock';
import type { OnFollowed } from './found-feeds';
import { offerUnfollow } from './offer-unfollow';
import { onChanged } from './on-changed';
import { createOpenedStory, type OpenedStory } from './opened-story';
import { type PopupStore, WIDE } from './popup-store';
import { createRefresher, type Refresher } from './refresher';
import { createSearching, type Searching } from './searching';
import { requestOrigins } from './site-access';
import { createStoryActions, type StoryActions } from './story-actions';
import { createStoryList, type StoryList, type StoryView } from './story-list';
import { openPage, prepareSide } from './surfaces';
import { createUndo, type Undo } from './undo';

/** Everything that a person can do in the popup, and that happens while it is open. */
export interface PopupActs {
  list: StoryList;
  opened: OpenedStory;
  refresher: Refresher;
  undo: Undo;
  stories: StoryActions;
  searching: Searching;
  openView(view: StoryView): void;
  openOptions(): void;
  /** After a feed was followed here. */
  offerUnfollow: OnFollowed;
  /** Beside the page; in the click. */
  openSide(): void;
  /** In a tab of its own. */
  openPage(): void;
  /** Asks again for the sites that feeds wait for; in the click. */
  allowAccess(): void;
  /** Reads what the popup shows, and goes on doing so with every change. */
  load(): Promise<void>;
}

const A_MINUTE_MS = 60_000;

function followConnection({ isOnline }: PopupStore): void {
  const update = () => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', update);
  addEventListener('offline', update);
}

function followWidth({ surface, isWide }: PopupStore): void {
  if (surface !== 'page') return;
  const query = matchMedia(WIDE);
  query.addEventListener('change', () => {
    isWide.value = query.matches;
  });
}

/** Match patterns of the sites that feeds wait for. */
async function readMissingOrigins(): Promise<string[]> {
  const feeds = await readFeeds();
  return feeds.flatMap(({ state }) =>
    state?.lastError?.kind === 'permission' ? [state.lastError.origin] : [],
  );
}

export function createPopupActs(store: PopupStore): PopupActs {
  const { frontPage, trouble } = store;
  const list = createStoryList(store);
  const opened = createOpenedStory(store);
  const undo = createUndo(store.toast);
  const refresher = createRefresher(store, reread);
  let missingOrigins: string[] = [];
  let openSide: (() => Promise<void>) | null = null;

  async function readRest(): Promise<void> {
    trouble.value = await readTrouble();
    await Promise.all([opened.reread(), refresher.follow()]);
    // Read ahead of the click: asking must not wait for anything.
    if (frontPage.value?.problems.permission) missingOrigins = await readMissingOrigins();
  }
  async function reread(): Promise<void> {
    try {
      const [read, { appearance }] = await Promise.all([readFrontPage(), readSettings()]);
      batch(() => {
        wearLook(appearance);
        frontPage.value = read;
        void list.reread();
      });
      void readRest();
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  }

  return {
    list,
    opened,
    refresher,
    undo,
    stories: createStoryActions({ store, list, undo }),
    searching: createSearching(store, list),
    openView(view) {
      void list.open(view);
    },
    offerUnfollow: offerUnfollow(undo),
    openOptions: () => void browser.runtime.openOptionsPage(),
    openSide: () => void openSide?.(),
    openPage: () => void openPage(),
    async allowAccess() {
      if (await requestOrigins(missingOrigins)) await refresher.refresh();
    },
    async load() {
      createClock(store.now);
      followConnection(store);
      followWidth(store);
      void prepareSide().then((open) => {
        openSide = open;
      });
      onChanged(reread);
      await reread();
      // Updated later than now: the clock was set back, and the alarm may not ring for as long.
      if ((frontPage.value?.refreshedAt ?? 0) > Date.now() + A_MINUTE_MS) void refresher.refresh();
    },
  };
}

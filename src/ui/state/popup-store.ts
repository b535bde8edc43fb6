import { batch, type Signal, signal } from '@preact/signals';
import type { FrontPage, RefreshProgress, Story } from '../../domain/model';
import type { StorageTrouble } from '../../domain/storage-trouble';
import type { PopupActs } from './popup-acts';
import type { StoryDetail, StoryPage, StoryView } from './story-list';
import type { StorySearch } from './story-search';
import type { Surface } from './surfaces';
import type { Toast } from './undo';

/**
 * What the popup shows. It stands here by itself, so that the first picture waits for no code that
 * changes it: that comes as `acts`.
 */
export interface PopupStore {
  readonly surface: Surface;
  /** There is room for the opened story beside the list. */
  isWide: Signal<boolean>;
  now: Signal<number>;
  isOnline: Signal<boolean>;
  /** undefined until read; null when nothing was ever stored. */
  frontPage: Signal<FrontPage | null | undefined>;
  /** What keeps headlines from being read or stored. */
  trouble: Signal<StorageTrouble | null>;
  view: Signal<StoryView>;
  /** What the view lists; null until its first page was read. */
  page: Signal<StoryPage | null>;
  /** While the view is a search. */
  search: Signal<StorySearch | null>;
  /** The one row that is unfolded, and what stands in it. */
  openedId: Signal<string | null>;
  detail: Signal<StoryDetail | null>;
  /** What the unfolded story follows up, of the days before. */
  earlier: Signal<Story | null>;
  /** The one row whose "more" is pressed. */
  menuId: Signal<string | null>;
  /** Also of a refresh that the worker began by itself. null when none is running. */
  progress: Signal<RefreshProgress | null>;
  /** How the last refresh went, in a word; for a few seconds. */
  outcome: Signal<string | null>;
  toast: Signal<Toast | null>;
  /** Headlines are read aloud: those that the view listed when it began. */
  readAloud: Signal<Story[] | null>;
  /** The first run goes on in the popup, although there are feeds by now. */
  isStarting: Signal<boolean>;
  /** The feeds of the current tab's site are shown in place of the list. */
  isFollowingSite: Signal<boolean>;
  /** The list of keys is shown above everything else. */
  isHelpShown: Signal<boolean>;
  /** Shows what was read first. */
  showFirst(page: FrontPage): void;
  /**
   * Does what a person asks for: at once, since some questions of the browser must be asked within the
   * click; or as soon as the code for it is there.
   */
  act(run: (acts: PopupActs) => void): void;
  begin(acts: PopupActs): void;
}

/** The latest stories begin with the front page, which is already read. */
export function firstOfFrontPage({ stories, hasMore }: FrontPage): StoryPage {
  return { stories, nextBefore: hasMore ? (stories.at(-1)?.sortAt ?? null) : null };
}

/** Narrower, the list takes all of the page. */
export const WIDE = '(width >= 900px)';

export function createPopupStore(surface: Surface = 'popup'): PopupStore {
  const frontPage = signal<FrontPage | null | undefined>(undefined);
  const page = signal<StoryPage | null>(null);
  let present: PopupActs | null = null;
  let waiting: ((acts: PopupActs) => void)[] = [];
  return {
    surface,
    isWide: signal(surface === 'page' && matchMedia(WIDE).matches),
    now: signal(Date.now()),
    isOnline: signal(navigator.onLine),
    frontPage,
    trouble: signal<StorageTrouble | null>(null),
    view: signal<StoryView>({ kind: 'latest' }),
    page,
    search: signal<StorySearch | null>(null),
    openedId: signal<string | null>(null),
    detail: signal<StoryDetail | null>(null),
    earlier: signal<Story | null>(null),
    menuId: signal<string | null>(null),
    progress: signal<RefreshProgress | null>(null),
    outcome: signal<string | null>(null),
    toast: signal<Toast | null>(null),
    readAloud: signal<Story[] | null>(null),
    isStarting: signal(false),
    isFollowingSite: signal(false),
    isHelpShown: signal(false),
    showFirst(read) {
      batch(() => {
        frontPage.value = read;
        page.value = firstOfFrontPage(read);
      });
    },
    act(run) {
      if (present) run(present);
      else waiting.push(run);
    },
    begin(acts) {
      present = acts;
      for (const run of waiting) run(acts);
      waiting = [];
    },
  };
}

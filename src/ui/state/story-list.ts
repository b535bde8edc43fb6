import type { Story } from '../../domain/model';
import {
  readStories,
  readTopStories,
  type StoryView as StoredView,
  type StoryPage,
} from '../../storage/read';
import { firstOfFrontPage, type PopupStore } from './popup-store';
import { sameWhereEqual } from './same-where-equal';
import { steadyOrder } from './steady-order';

export type { StoryDetail, StoryPage } from '../../storage/read';

/** What a list shows; what a search finds is listed alike. */
export type StoryView = StoredView | { kind: 'search' };

export interface StoryList {
  /** Shows a view from its beginning. */
  open(view: StoryView): Promise<void>;
  /** Adds the next page. */
  older(): Promise<void>;
  /** Reads again as much as is shown. */
  reread(): Promise<void>;
  /** Shows a change at once; the next reading tells the truth. */
  amend(storyIds: string[], patch: Partial<Story>): void;
}

const idOf = ({ storyId }: Story): string => storyId;

function joined(first: StoryPage, next: StoryPage): StoryPage {
  const known = new Set(first.stories.map((story) => story.storyId));
  const added = next.stories.filter((story) => !known.has(story.storyId));
  return { stories: [...first.stories, ...added], nextBefore: next.nextBefore };
}

/** What the popup lists. */
export function createStoryList({
  frontPage,
  view,
  page,
  search,
}: Pick<PopupStore, 'frontPage' | 'view' | 'page' | 'search'>): StoryList {
  let isReadingOlder = false;

  async function read(of: StoryView, atLeast: number): Promise<void> {
    if (of.kind === 'search') return search.value?.again();
    if (of.kind === 'top') return readTop(of, atLeast > 0);
    let read: StoryPage =
      of.kind === 'latest' && frontPage.value
        ? firstOfFrontPage(frontPage.value)
        : await readStories(of, null);
    while (read.stories.length < atLeast && read.nextBefore !== null) {
      read = joined(read, await readStories(of, read.nextBefore));
    }
    // Another view may have been opened meanwhile.
    if (view.value !== of) return;
    const stories = sameWhereEqual(page.value?.stories ?? [], read.stories, idOf);
    page.value = { ...read, stories };
  }

  /** A row that was read ranks lower from then on, but does not move while it is looked at. */
  async function readTop(of: StoryView, isShown: boolean): Promise<void> {
    const read = await readTopStories(Date.now());
    if (view.value !== of) return;
    const shown = isShown ? (page.value?.stories ?? []) : [];
    const stories = steadyOrder(shown, sameWhereEqual(shown, read.stories, idOf));
    page.value = { ...read, stories };
  }

  return {
    open(next) {
      view.value = next;
      return read(next, 0);
    },
    async older() {
      const shown = page.value;
      const of = view.value;
      if (of.kind === 'search') return search.value?.more();
      if (of.kind === 'top' || shown?.nextBefore == null || isReadingOlder) return;
      isReadingOlder = true;
      const next = await readStories(of, shown.nextBefore);
      isReadingOlder = false;
      if (page.value === shown && view.value === of) page.value = joined(shown, next);
    },
    reread: () => read(view.value, page.value?.stories.length ?? 0),
    amend(storyIds, patch) {
      if (!page.value) return;
      const stories = page.value.stories.map((story) =>
        storyIds.includes(story.storyId) ? { ...story, ...patch } : story,
      );
      page.value = { ...page.value, stories };
    },
  };
}

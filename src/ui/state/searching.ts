import type { PopupStore } from './popup-store';
import type { StoryList, StoryView } from './story-list';
import { createStorySearch } from './story-search';

export interface Searching {
  /** Shows the field in place of the lists; goes to it when it is there. */
  open(): void;
  /** Back to the list that was there, and to what had the focus. */
  close(): void;
  toggle(): void;
}

const FIELD = '.search input';
const BUTTON = '.does-search';

/** A row is drawn anew by then; what is gone gives its place to the button. */
function focusBack(storyId: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-story]')];
  const row = rows.find(({ dataset }) => storyId !== undefined && dataset['story'] === storyId);
  const link = row?.querySelector<HTMLElement>('.story-link');
  (link ?? document.querySelector<HTMLElement>(BUTTON))?.focus();
}

export function createSearching(
  store: Pick<PopupStore, 'search' | 'view' | 'page'>,
  list: StoryList,
): Searching {
  const { search, view } = store;
  let before: StoryView = { kind: 'latest' };
  let focused: string | undefined;

  function open(): void {
    if (view.value.kind === 'search') {
      document.querySelector<HTMLInputElement>(FIELD)?.select();
      return;
    }
    before = view.value;
    focused = document.activeElement?.closest<HTMLElement>('[data-story]')?.dataset['story'];
    search.value = createStorySearch(store);
    void list.open({ kind: 'search' });
  }

  async function close(): Promise<void> {
    await list.open(before);
    // Once it is drawn.
    setTimeout(() => focusBack(focused));
  }

  return {
    open,
    close: () => void close(),
    toggle: () => (view.value.kind === 'search' ? void close() : open()),
  };
}

import { readStory } from '../../storage/read';
import type { PopupStore } from './popup-store';

export interface OpenedStory {
  toggle(storyId: string): Promise<void>;
  /** Stays open when it is. */
  show(storyId: string): Promise<void>;
  reread(): Promise<void>;
}

/** The one story that is unfolded. */
export function createOpenedStory({
  openedId,
  detail,
}: Pick<PopupStore, 'openedId' | 'detail'>): OpenedStory {
  async function reread(): Promise<void> {
    const id = openedId.value;
    if (id === null) return;
    const read = await readStory(id);
    if (openedId.value === id) detail.value = read;
  }
  return {
    toggle(id) {
      detail.value = null;
      openedId.value = openedId.value === id ? null : id;
      return reread();
    },
    // The story before stays in sight until this one is read, so that nothing flickers.
    async show(id) {
      if (openedId.value === id) return;
      openedId.value = id;
      await reread();
    },
    reread,
  };
}

import { readStory } from '../../storage/read';
import type { PopupStore } from './popup-store';

export interface OpenedStory {
  toggle(storyId: string): Promise<void>;
  reread(): Promise<void>;
}

/** The one row that is unfolded. */
export function createOpenedStory({
  openedId: storyId,
  detail,
}: Pick<PopupStore, 'openedId' | 'detail'>): OpenedStory {
  async function reread(): Promise<void> {
    const id = storyId.value;
    if (id === null) return;
    const read = await readStory(id);
    if (storyId.value === id) detail.value = read;
  }
  return {
    toggle(id) {
      detail.value = null;
      storyId.value = storyId.value === id ? null : id;
      return reread();
    },
    reread,
  };
}

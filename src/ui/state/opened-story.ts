import { send } from '../../messaging/send';
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
  earlier,
}: Pick<PopupStore, 'openedId' | 'detail' | 'earlier'>): OpenedStory {
  async function reread(): Promise<void> {
    const id = openedId.value;
    if (id === null) return;
    const read = await readStory(id);
    if (openedId.value === id) detail.value = read;
  }

  /** The story itself does not wait for it. */
  async function open(id: string | null): Promise<void> {
    openedId.value = id;
    earlier.value = null;
    await reread();
    if (id === null) return;
    const found = await send('findEarlierStory', { storyId: id });
    if (openedId.value === id) earlier.value = found;
  }

  return {
    toggle(id) {
      detail.value = null;
      return open(openedId.value === id ? null : id);
    },
    // The story before stays in sight until this one is read, so that nothing flickers.
    async show(id) {
      if (openedId.value !== id) await open(id);
    },
    reread,
  };
}

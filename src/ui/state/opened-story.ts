import { type ReadonlySignal, signal } from '@preact/signals';
import { readStory, type StoryDetail } from '../../storage/read';

export interface OpenedStory {
  storyId: ReadonlySignal<string | null>;
  detail: ReadonlySignal<StoryDetail | null>;
  toggle(storyId: string): Promise<void>;
  reread(): Promise<void>;
}

/** The one row that is unfolded. */
export function createOpenedStory(): OpenedStory {
  const storyId = signal<string | null>(null);
  const detail = signal<StoryDetail | null>(null);
  async function reread(): Promise<void> {
    const id = storyId.value;
    if (id === null) return;
    const read = await readStory(id);
    if (storyId.value === id) detail.value = read;
  }
  return {
    storyId,
    detail,
    toggle(id) {
      detail.value = null;
      storyId.value = storyId.value === id ? null : id;
      return reread();
    },
    reread,
  };
}

import type { ReadTransaction, StoredStory } from './database';
import { topicKey } from './stored-story';

/** Views that are in order of time, page after page. */
export type TimedView =
  | { kind: 'latest' }
  | { kind: 'saved' }
  | { kind: 'topic'; topicId: string }
  /** Hidden by muting topics. */
  | { kind: 'hidden' };

interface StoryCursor {
  value: StoredStory;
  continue(): Promise<StoryCursor | null>;
}

/** The stories of a view before a time, newest first. */
function openView(
  tx: ReadTransaction,
  view: TimedView,
  before: number,
): Promise<StoryCursor | null> {
  const stories = tx.objectStore('stories');
  const range = IDBKeyRange.upperBound(before, true);
  switch (view.kind) {
    case 'latest':
      return stories.index('byVisible').openCursor(range, 'prev');
    case 'saved':
      return stories.index('bySaved').openCursor(range, 'prev');
    case 'hidden':
      return stories.index('byHidden').openCursor(range, 'prev');
    case 'topic': {
      const [from, to] = [topicKey(view.topicId, 0), topicKey(view.topicId, before)];
      return stories.index('byTopic').openCursor(IDBKeyRange.bound(from, to, false, true), 'prev');
    }
  }
}

/**
 * The next stories of a view, newest first: so many, and more where several share the last one's time.
 * @returns `nextBefore`, where to go on; null at the end
 */
export async function takeStories(
  tx: ReadTransaction,
  view: TimedView,
  { before, count }: { before: number; count: number },
): Promise<{ stories: StoredStory[]; nextBefore: number | null }> {
  const stories: StoredStory[] = [];
  let cursor = await openView(tx, view, before);
  while (cursor) {
    const last = stories.at(-1);
    if (last && stories.length >= count && cursor.value.sortAt !== last.sortAt) {
      return { stories, nextBefore: last.sortAt };
    }
    stories.push(cursor.value);
    cursor = await cursor.continue();
  }
  return { stories, nextBefore: null };
}

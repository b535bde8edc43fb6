import { setRead } from './articles';
import {
  inReadTransaction,
  inWriteTransaction,
  type ReadTransaction,
  type StoredStory,
  type WriteTransaction,
} from './database';
import { readStoryArticles } from './lookups';
import { topicKey } from './stored-story';
import { recomposeStories } from './stories';

/** A second's work at most, and enough that the front page is not written too often. */
const STORIES_AT_ONCE = 500;

/**
 * Marks whole stories read or unread.
 * @returns the articles that changed, for undo.
 */
export async function setStoriesRead(
  storyIds: string[],
  isRead: boolean,
  now: number,
): Promise<string[]> {
  return inWriteTransaction((tx) => markStories(tx, storyIds, isRead, now));
}

/**
 * Marks everything that one view lists as read; `topicId` null is everything. Newest first and in parts
 * of one transaction each, so that the list shows it soon and a running refresh is not held up. When the
 * worker dies in between, the older part stays unread.
 * @returns the articles that changed, for undo.
 */
export async function markAllRead(topicId: string | null, now: number): Promise<string[]> {
  const stories = await inReadTransaction((tx) => storiesOfView(tx, topicId));
  const unread = stories.filter(({ isUnread }) => isUnread).map(({ storyId }) => storyId);
  unread.reverse();
  const changed: string[] = [];
  for (let start = 0; start < unread.length; start += STORIES_AT_ONCE) {
    const part = unread.slice(start, start + STORIES_AT_ONCE);
    changed.push(...(await setStoriesRead(part, true, now)));
  }
  return changed;
}

async function storiesOfView(tx: ReadTransaction, topicId: string | null): Promise<StoredStory[]> {
  const stories = tx.objectStore('stories');
  if (topicId === null) return stories.index('byVisible').getAll();
  const range = IDBKeyRange.bound(topicKey(topicId, 0), topicKey(topicId, Number.MAX_SAFE_INTEGER));
  return stories.index('byTopic').getAll(range);
}

async function markStories(
  tx: WriteTransaction,
  storyIds: string[],
  isRead: boolean,
  now: number,
): Promise<string[]> {
  const marked = await Promise.all(
    storyIds.map(async (storyId) => {
      const story = await tx.objectStore('stories').get(storyId);
      return setRead(tx, story?.articleIds ?? [], isRead ? now : null);
    }),
  );
  await recomposeStories(tx, storyIds, now);
  return marked.flat();
}

/** Saves a story by its lead; unsaving takes the mark from all of its articles. */
export async function setStorySaved(storyId: string, isSaved: boolean, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const stored = await tx.objectStore('stories').get(storyId);
    if (!stored) return;
    const lead = stored.lead.articleId;
    const { statuses } = await readStoryArticles(tx, storyId);
    for (const status of statuses.values()) {
      const savedAt = isSaved && status.articleId === lead ? now : null;
      if (isSaved && savedAt === null) continue;
      await tx.objectStore('statuses').put({ ...status, savedAt });
    }
    await recomposeStories(tx, [storyId], now);
  });
}

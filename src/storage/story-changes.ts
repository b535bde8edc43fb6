import { setRead } from './articles';
import { inWriteTransaction, type StoredStory, type WriteTransaction } from './database';
import { readStoryArticles } from './lookups';
import { topicKey } from './stored-story';
import { recomposeStories } from './stories';

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

/** Marks everything that one view lists as read; `topicId` null is everything. */
export async function markAllRead(topicId: string | null, now: number): Promise<string[]> {
  return inWriteTransaction(async (tx) => {
    const unread = (await storiesOfView(tx, topicId)).filter(({ isUnread }) => isUnread);
    const storyIds = unread.map((story) => story.storyId);
    return markStories(tx, storyIds, true, now);
  });
}

async function storiesOfView(tx: WriteTransaction, topicId: string | null): Promise<StoredStory[]> {
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
  const articleIds: string[] = [];
  for (const storyId of storyIds) {
    articleIds.push(...((await tx.objectStore('stories').get(storyId))?.articleIds ?? []));
  }
  const changed = await setRead(tx, articleIds, isRead ? now : null);
  await recomposeStories(tx, storyIds, now);
  return changed;
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

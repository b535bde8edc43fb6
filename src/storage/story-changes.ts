import { setRead } from './articles';
import { getMany, putMany } from './batch';
import {
  inReadTransaction,
  inWriteTransaction,
  type ReadTransaction,
  type StoredStory,
  type WriteTransaction,
} from './database';
import { readStoryArticles } from './lookups';
import { topicKey } from './stored-story';
import { putRead, readCounters, recomposeStories } from './stories';

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
  const unread = await inReadTransaction((tx) => unreadOfView(tx, topicId));
  const changed: string[] = [];
  for (let start = 0; start < unread.length; start += STORIES_AT_ONCE) {
    const part = unread.slice(start, start + STORIES_AT_ONCE);
    changed.push(...(await setStoriesRead(part, true, now)));
  }
  return changed;
}

/** Newest first. The counters say when the last one was found: unread stories are mostly the newest. */
async function unreadOfView(tx: ReadTransaction, topicId: string | null): Promise<string[]> {
  const counters = await readCounters(tx);
  const count = topicId === null ? counters.unread : (counters.unreadByTopic[topicId] ?? 0);
  const storyIds: string[] = [];
  let cursor = await openNewest(tx, topicId);
  while (cursor && storyIds.length < count) {
    if (cursor.value.isUnread) storyIds.push(cursor.value.storyId);
    cursor = await cursor.continue();
  }
  return storyIds;
}

interface StoryCursor {
  value: StoredStory;
  continue(): Promise<StoryCursor | null>;
}

function openNewest(tx: ReadTransaction, topicId: string | null): Promise<StoryCursor | null> {
  const stories = tx.objectStore('stories');
  if (topicId === null) return stories.index('byVisible').openCursor(null, 'prev');
  const range = IDBKeyRange.bound(topicKey(topicId, 0), topicKey(topicId, Number.MAX_SAFE_INTEGER));
  return stories.index('byTopic').openCursor(range, 'prev');
}

async function markStories(
  tx: WriteTransaction,
  storyIds: string[],
  isRead: boolean,
  now: number,
): Promise<string[]> {
  const stored = await getMany(tx, 'stories', storyIds);
  const stories = stored.filter((story) => story !== undefined);
  const articleIds = stories.flatMap((story) => story.articleIds);
  const changed = await setRead(tx, articleIds, isRead ? now : null);
  // A story whose articles are all read is as it was, only read; when unread, the visible ones decide.
  if (isRead) await putRead(tx, stories, now);
  else await recomposeStories(tx, storyIds, now);
  return changed;
}

/** Saves a story by its lead; unsaving takes the mark from all of its articles. */
export async function setStorySaved(storyId: string, isSaved: boolean, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const stored = await tx.objectStore('stories').get(storyId);
    if (!stored) return;
    const lead = stored.lead.articleId;
    const { statuses } = await readStoryArticles(tx, storyId);
    const changed = [...statuses.values()].filter(
      ({ articleId }) => !isSaved || articleId === lead,
    );
    const savedAt = isSaved ? now : null;
    putMany(
      tx,
      'statuses',
      changed.map((status) => ({ ...status, savedAt })),
    );
    await recomposeStories(tx, [storyId], now);
  });
}

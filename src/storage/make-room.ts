import type { WriteTransaction } from './database';
import { dropHeadlines } from './headlines';
import { recomposeStories } from './stories';

/** Deleting is slow (4 s for 10,000 in Chromium), and the write that waits is a small one. */
const BITE = 1_000;

/** What a feed listed since then would be back with its next change. */
const LISTED_MS = 2 * 86_400_000;

/**
 * Drops what arrived longest ago, read or not: of all that is stored it is the least news. What the user
 * saved stays, and so do statuses, so that nothing returns as new.
 */
export async function makeRoom(tx: WriteTransaction, now: number): Promise<void> {
  const storyIds: string[] = [];
  let cursor = await tx.objectStore('articles').index('byArrival').openCursor();
  while (cursor && storyIds.length < BITE) {
    const { articleId, storyId } = cursor.value;
    const status = await tx.objectStore('statuses').get(articleId);
    const isListed = status !== undefined && now - status.lastSeenAt < LISTED_MS;
    if (storyId !== null && !isListed && (status?.savedAt ?? null) === null) {
      await cursor.delete();
      storyIds.push(storyId);
    }
    cursor = await cursor.continue();
  }
  await dropHeadlines(tx);
  await recomposeStories(tx, storyIds, now);
}

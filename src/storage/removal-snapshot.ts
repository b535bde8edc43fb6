import { inWriteTransaction } from './database';
import { UNDO_MS } from './retention';
import { readStoredSettings } from './settings';
import { takeSnapshot } from './snapshots';

/** One or two removals are a change of mind; their undo suffices. */
const MANY = 2;

/**
 * Called before a feed is removed: when more than two go within a quarter of an hour, what was followed before the
 * first of them is remembered.
 */
export async function snapshotBeforeRemoval(now: number): Promise<void> {
  const settings = await readStoredSettings();
  await inWriteTransaction(
    async (tx) => {
      const feeds = await tx.objectStore('feeds').getAll();
      const removed = feeds.filter(
        ({ removedAt }) => removedAt !== null && now - removedAt < UNDO_MS,
      );
      if (removed.length < MANY) return;
      const since = Math.min(...removed.map(({ removedAt }) => removedAt ?? now));
      const snapshots = await tx.objectStore('snapshots').getAll();
      if (snapshots.some(({ reason, madeAt }) => reason === 'removal' && madeAt >= since)) return;
      const before = feeds.map((feed) =>
        removed.includes(feed) ? { ...feed, removedAt: null } : feed,
      );
      const topics = await tx.objectStore('topics').getAll();
      const choices = { feeds: before, topics, settings };
      await takeSnapshot(tx, { reason: 'removal', settings, now }, choices);
    },
    ['feeds', 'topics', 'snapshots'],
  );
}

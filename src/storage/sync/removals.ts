import type { Feed } from '../../domain/model';
import { withRemovals } from '../../domain/sync/capture';
import { findGroups } from '../../domain/sync/find-groups';
import { isKept } from '../../domain/sync/merge';
import { type EntryKey, type SyncDocument, topicKey } from '../../domain/sync/model';
import type { WriteTransaction } from '../database';
import { readRecord, writeRecord } from '../records';
import { readSyncState } from './state';

/**
 * Remembers for the other browsers that topics were removed: one that is not there says nothing. Also while browsers
 * do not follow each other, so that what was removed meanwhile does not come back afterwards.
 */
export async function noteRemovedTopics(
  tx: WriteTransaction,
  topicIds: string[],
  now: number,
): Promise<void> {
  await noteRemoved(tx, () => topicIds.map(topicKey), now);
}

/** The same for feeds that are about to be forgotten; not when another followed feed is one of their kind. */
export async function noteRemovedFeeds(
  tx: WriteTransaction,
  feeds: Feed[],
  now: number,
): Promise<void> {
  if (feeds.length === 0) return;
  const all = await tx.objectStore('feeds').getAll();
  const followed = all.filter(({ removedAt }) => removedAt === null);
  const keysIn = (document: SyncDocument) => {
    const find = findGroups(document);
    const inUse = new Set(followed.map(find));
    const groups = feeds.map(find).filter((group) => group && !inUse.has(group));
    return groups.flatMap((group) => group?.keys ?? []);
  };
  await noteRemoved(tx, keysIn, now);
}

async function noteRemoved(
  tx: WriteTransaction,
  keysIn: (document: SyncDocument) => EntryKey[],
  now: number,
): Promise<void> {
  const document = await readRecord(tx, 'syncDocument');
  if (!document) return;
  const keys = keysIn(document).filter((key) => {
    const entry = document.entries[key];
    return entry !== undefined && isKept(key, entry);
  });
  if (keys.length === 0) return;
  const { browserId } = await readSyncState(tx);
  await writeRecord(tx, 'syncDocument', withRemovals(document, keys, { now, browserId }));
}

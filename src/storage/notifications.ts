import type { Article, HeldStory, NotificationRecord, Story } from '../domain/model';
import { NEW_RECORD } from '../domain/notify/record';
import {
  type AnyTransaction,
  inReadTransaction,
  inWriteTransaction,
  type WriteTransaction,
} from './database';
import { dropOldHeldStories, putHeldStories } from './held-stories';
import { plainStory } from './stored-story';

/** Longer than a story stays on any list, so that nothing is told twice. */
const KEEP_MS = 60 * 86_400_000;

export interface PendingNotification {
  record: NotificationRecord;
  /** Its stories that are still stored and not hidden meanwhile. */
  stories: Story[];
}

/** All that are kept. Those of earlier versions knew less: the rest has not happened to them. */
export async function readNotifications(tx: AnyTransaction): Promise<NotificationRecord[]> {
  const records = await tx.objectStore('notifications').getAll();
  return records.map((record) => ({ ...NEW_RECORD, ...record }));
}

/** Decided, but neither shown nor given up. */
export function listPendingNotifications(): Promise<PendingNotification[]> {
  return list(({ shownAt, expiredAt }) => shownAt === null && expiredAt === null);
}

/** To be updated in place. */
export function listGrowingNotifications(): Promise<PendingNotification[]> {
  return list(({ isGrowing }) => isGrowing);
}

function list(isWanted: (record: NotificationRecord) => boolean): Promise<PendingNotification[]> {
  return inReadTransaction(async (tx) => {
    const records = (await readNotifications(tx)).filter(isWanted);
    return Promise.all(
      records.map(async (record) => {
        const stored = await Promise.all(
          record.storyIds.map((storyId) => tx.objectStore('stories').get(storyId)),
        );
        const stories = stored.flatMap((story) =>
          story && !story.isHidden ? [plainStory(story)] : [],
        );
        return { record, stories };
      }),
    );
  });
}

export async function putNotifications(tx: WriteTransaction, records: NotificationRecord[]) {
  for (const record of records) await tx.objectStore('notifications').put(record);
}

export async function changeNotification(
  notificationId: string,
  change: Partial<Omit<NotificationRecord, 'notificationId' | 'storyIds'>>,
): Promise<NotificationRecord | null> {
  return inWriteTransaction(async (tx) => {
    const record = await tx.objectStore('notifications').get(notificationId);
    if (!record) return null;
    const changed = { ...NEW_RECORD, ...record, ...change };
    await tx.objectStore('notifications').put(changed);
    return changed;
  });
}

/** Takes a decision back: its stories wait for the next summary. */
export async function postponeNotification(
  notificationId: string,
  held: HeldStory[],
): Promise<void> {
  await inWriteTransaction(async (tx) => {
    await tx.objectStore('notifications').delete(notificationId);
    await putHeldStories(tx, held);
  });
}

export async function dropOldNotifications(tx: WriteTransaction, now: number): Promise<void> {
  const range = IDBKeyRange.upperBound(now - KEEP_MS);
  const keys = await tx.objectStore('notifications').index('byDecided').getAllKeys(range);
  for (const key of keys) await tx.objectStore('notifications').delete(key);
  await dropOldHeldStories(tx, now);
}

/** Where a click leads: one version of the story, else its lead. */
export async function readArticleAddress(
  storyId: string,
  articleId: string | null,
): Promise<Article['url']> {
  return inReadTransaction(async (tx) => {
    const story = await tx.objectStore('stories').get(storyId);
    const id = articleId ?? story?.lead.articleId;
    const article = id === undefined ? undefined : await tx.objectStore('articles').get(id);
    return article?.url ?? story?.lead.url ?? null;
  });
}

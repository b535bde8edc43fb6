import type { Article, NotificationRecord, Story } from '../domain/model';
import { inReadTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { plainStory } from './stored-story';

/** Longer than a story stays on any list, so that nothing is told twice. */
const KEEP_MS = 60 * 86_400_000;

export interface PendingNotification {
  record: NotificationRecord;
  /** Its stories that are still stored and not hidden meanwhile. */
  stories: Story[];
}

/** Decided, but neither shown nor given up. */
export async function listPendingNotifications(): Promise<PendingNotification[]> {
  return inReadTransaction(async (tx) => {
    const records = await tx.objectStore('notifications').getAll();
    const pending = records.filter(
      ({ shownAt, expiredAt }) => shownAt === null && expiredAt === null,
    );
    return Promise.all(
      pending.map(async (record) => {
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

/** The stories that the user was told of, or is about to be. */
export async function readToldStories(tx: WriteTransaction): Promise<Set<string>> {
  const records = await tx.objectStore('notifications').getAll();
  return new Set(records.flatMap(({ storyIds }) => storyIds));
}

export async function putNotifications(tx: WriteTransaction, records: NotificationRecord[]) {
  for (const record of records) await tx.objectStore('notifications').put(record);
}

export async function changeNotification(
  notificationId: string,
  change: Partial<Pick<NotificationRecord, 'shownAt' | 'expiredAt' | 'clickedAt'>>,
): Promise<NotificationRecord | null> {
  return inWriteTransaction(async (tx) => {
    const record = await tx.objectStore('notifications').get(notificationId);
    if (!record) return null;
    const changed = { ...record, ...change };
    await tx.objectStore('notifications').put(changed);
    return changed;
  });
}

export async function dropOldNotifications(tx: WriteTransaction, now: number): Promise<void> {
  const range = IDBKeyRange.upperBound(now - KEEP_MS);
  const keys = await tx.objectStore('notifications').index('byDecided').getAllKeys(range);
  for (const key of keys) await tx.objectStore('notifications').delete(key);
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

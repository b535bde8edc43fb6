import type { NotificationRecord } from '../model';

export interface History {
  /** Ids of notifications and of stories that were told, or are about to be. */
  told: Set<string>;
  muted: Set<string>;
  /** When something was last decided to be told. */
  toldAt: number | null;
}

/** What the records say about what may still be told. */
export function historyOf(records: NotificationRecord[]): History {
  const history: History = { told: new Set(), muted: new Set(), toldAt: null };
  for (const { notificationId, storyIds, reason, mutedAt, decidedAt } of records) {
    history.told.add(notificationId);
    const isNews = reason !== 'corrected' && reason !== 'turned';
    if (isNews) for (const storyId of storyIds) history.told.add(storyId);
    if (mutedAt !== null) for (const storyId of storyIds) history.muted.add(storyId);
    history.toldAt = Math.max(history.toldAt ?? 0, decidedAt);
  }
  return history;
}

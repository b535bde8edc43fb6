import type { HeldStory, NotificationRecord } from '../domain/model';
import { inReadTransaction } from './database';
import { readNotifications } from './notifications';

/** One line of what was told and what was held back. */
export type LogEntry =
  | { kind: 'told'; at: number; record: NotificationRecord; titles: string[] }
  | { kind: 'held'; at: number; held: HeldStory };

const SHOWN_MS = 7 * 86_400_000;
const MOST_ENTRIES = 200;

/** The last seven days, newest first. */
export async function readNotificationLog(now: number): Promise<LogEntry[]> {
  return inReadTransaction(async (tx) => {
    const since = now - SHOWN_MS;
    const records = (await readNotifications(tx)).filter(({ decidedAt }) => decidedAt >= since);
    const told = await Promise.all(
      records.map(async (record): Promise<LogEntry> => {
        const stored = await Promise.all(
          record.storyIds.map((storyId) => tx.objectStore('stories').get(storyId)),
        );
        const titles = stored.flatMap((story) => (story ? [story.lead.title] : []));
        return { kind: 'told', at: record.shownAt ?? record.decidedAt, record, titles };
      }),
    );
    const range = IDBKeyRange.lowerBound(since);
    const held = await tx.objectStore('heldStories').index('byHeld').getAll(range);
    return [
      ...told,
      ...held.map((story) => ({ kind: 'held' as const, at: story.heldAt, held: story })),
    ]
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST_ENTRIES);
  });
}

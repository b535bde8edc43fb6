import type { Article, NotificationRecord, Story } from '../domain/model';
import type { Rules, StoredFacts } from '../domain/notify/decide';
import { canGrow, type ShownStory } from '../domain/notify/growth';
import type { ChangedStory } from '../domain/notify/judge';
import type { NotificationPlan } from '../domain/notify/plan';
import { notePresence } from '../domain/notify/presence';
import type { WaitingStory } from '../domain/notify/waiting';
import type { WriteTransaction } from './database';
import { listWaiting, putHeldStories } from './held-stories';
import { readStatuses } from './lookups';
import { putNotifications, readNotifications } from './notifications';
import { readRecord, writeRecord } from './records';
import { plainStory } from './stored-story';

/** A story with what changed about it just now. */
export interface TakenStory {
  story: Story;
  arrivals: Article[];
  edited: Article[];
}

/** The pure decision and what it needs of the world; given by the caller. */
export interface NotificationRules extends Omit<Rules, 'now'> {
  /** Nobody can see the screen. */
  isLocked: boolean;
  decide(facts: StoredFacts, rules: Rules): NotificationPlan;
}

/** Decides what to tell over what is stored, and stores it: part of the transaction of the change. */
export async function planStored(
  tx: WriteTransaction,
  taken: TakenStory[],
  rules: NotificationRules & { now: number },
): Promise<NotificationRecord[]> {
  const { now, isLocked } = rules;
  const presence = notePresence((await readRecord(tx, 'presence')) ?? null, now, isLocked);
  await writeRecord(tx, 'presence', presence);
  const records = await readNotifications(tx);
  const facts: StoredFacts = {
    changed: await Promise.all(taken.map((story) => withReading(tx, story))),
    waiting: await readWaiting(tx),
    shown: await readShown(tx, records, now),
    records,
    topics: await tx.objectStore('topics').getAll(),
    absences: presence.absences,
  };
  const plan = rules.decide(facts, rules);
  await putNotifications(tx, plan.records);
  await putHeldStories(tx, plan.held);
  return plan.records;
}

async function withReading(tx: WriteTransaction, taken: TakenStory): Promise<ChangedStory> {
  const ids = taken.edited.map(({ articleId }) => articleId);
  const statuses = await readStatuses(tx, ids);
  const edits = taken.edited.map((article) => {
    const readAt = statuses.get(article.articleId)?.readAt ?? null;
    return { article, wasRead: readAt !== null };
  });
  return { story: taken.story, arrivals: taken.arrivals, edits };
}

async function readWaiting(tx: WriteTransaction): Promise<WaitingStory[]> {
  const waiting = await listWaiting(tx);
  return Promise.all(
    waiting.map(async (held) => {
      const story = await tx.objectStore('stories').get(held.storyId);
      return { held, story: story ? plainStory(story) : null };
    }),
  );
}

async function readShown(
  tx: WriteTransaction,
  records: NotificationRecord[],
  now: number,
): Promise<ShownStory[]> {
  const open = records.filter((record) => canGrow(record, now));
  const shown = await Promise.all(
    open.map(async (record): Promise<ShownStory[]> => {
      const [storyId = ''] = record.storyIds;
      const story = await tx.objectStore('stories').get(storyId);
      if (!story || story.publisherCount <= record.publisherCount) return [];
      const articles = await tx.objectStore('articles').index('byStory').getAll(storyId);
      const latestAt = Math.max(...articles.map(({ sortAt }) => sortAt));
      return [{ record, story: plainStory(story), latestAt }];
    }),
  );
  return shown.flat();
}

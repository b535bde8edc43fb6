import type { Article, NotificationRecord, Story } from '../domain/model';
import { clusterArticles, STORY_WINDOW_MS } from '../domain/story/cluster';
import { NO_COUNTS } from '../domain/story/reader-counts';
import { timeWindows } from '../domain/story/time-windows';
import { putMany } from './batch';
import { inReadTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { noteRefreshEnd } from './dead-refresh';
import { type NotificationRules, planStored, type TakenStory } from './decide-notifications';
import { keepHeadlines, readHeadlines } from './headlines';
import { readArticles } from './lookups';
import { readRecord, writeRecord } from './records';
import { type DecideBreaking, recomposeStories } from './stories';

/** Pure decisions, given by the caller; storage only carries them out in one transaction. */
export interface GroupingRules {
  decide: DecideBreaking;
  notifications: NotificationRules;
}

export interface Grouping {
  stories: number;
  planned: NotificationRecord[];
}

/** What ends with a grouping. */
export interface Ending {
  /** When feeds were last reached; null when none was: the list is as old as before. */
  refreshedAt: number | null;
  /** Also the refresh that shows its progress. A feed that is added may find another one running. */
  isRefreshOver: boolean;
}

const NOTHING_ENDS: Ending = { refreshedAt: null, isRefreshOver: false };

/**
 * Takes what was stored since the last time into stories, decides on breaking and on notifications,
 * and writes it all with counters and front page in one transaction. What is not yet taken in stays
 * queued, so a crash before the commit only means doing it again.
 */
export async function groupChanges(
  rules: GroupingRules,
  now: number,
  ending = NOTHING_ENDS,
): Promise<Grouping> {
  return inWriteTransaction(async (tx) => {
    const { refreshedAt, isRefreshOver } = ending;
    if (refreshedAt !== null) await writeRecord(tx, 'refreshedAt', refreshedAt);
    if (isRefreshOver) {
      await noteRefreshEnd(tx);
      await writeRecord(tx, 'tidiedAt', now);
    }
    const changed = await takeIn(tx, rules.decide, now);
    const planned = await planStored(tx, changed, { ...rules.notifications, now });
    await tx.objectStore('changes').clear();
    return { stories: changed.length, planned };
  });
}

/**
 * Shows what was stored so far, while other feeds are still on their way. The queue stays as it is:
 * what to tell is decided once, over everything that came together. Edits of what is shown already wait
 * until then too: the cost follows what is new, not the queue.
 * @param articleIds what came since the last time
 */
export async function showChanges(
  articleIds: string[],
  decide: DecideBreaking,
  now: number,
): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const articles = await readArticles(tx, articleIds);
    const homeless = [...articles.values()].filter(({ storyId }) => storyId === null);
    const changed = homeless.map((article) => ({ article, isNew: true }));
    const { storyIds } = await assignStories(tx, changed, now);
    await recomposeStories(tx, storyIds, now, decide);
  });
}

async function takeIn(
  tx: WriteTransaction,
  decide: DecideBreaking,
  now: number,
): Promise<TakenStory[]> {
  const { arrivals, edited, storyIds } = await assignStories(tx, await readChanged(tx), now);
  const stories = await recomposeStories(tx, storyIds, now, decide);
  const taken = new Map(
    stories.map((story): [string, TakenStory] => [
      story.storyId,
      { story, arrivals: [], edited: [] },
    ]),
  );
  for (const article of arrivals) taken.get(article.storyId ?? '')?.arrivals.push(article);
  for (const article of edited) taken.get(article.storyId ?? '')?.edited.push(article);
  return [...taken.values()];
}

/** What may be left to do although no feed is due. */
export async function readLeftOver(): Promise<{ tidiedAt: number; hasQueued: boolean }> {
  return inReadTransaction(
    async (tx) => {
      const [tidiedAt = 0, queued] = await Promise.all([
        readRecord(tx, 'tidiedAt'),
        tx.objectStore('changes').count(),
      ]);
      return { tidiedAt, hasQueued: queued > 0 };
    },
    ['records', 'changes'],
  );
}

interface Changed {
  article: Article;
  isNew: boolean;
}

async function readChanged(tx: WriteTransaction): Promise<Changed[]> {
  const changes = await tx.objectStore('changes').getAll();
  const ids = changes.map(({ articleId }) => articleId);
  const articles = await readArticles(tx, ids);
  return changes.flatMap(({ articleId, isNew }) => {
    const article = articles.get(articleId);
    return article ? [{ article, isNew }] : [];
  });
}

async function assignStories(
  tx: WriteTransaction,
  changed: Changed[],
  now: number,
): Promise<{ arrivals: Article[]; edited: Article[]; storyIds: Set<Story['storyId']> }> {
  const articles = changed.map(({ article }) => article);
  const homeless = articles.filter(({ storyId }) => storyId === null);
  const assigned = await findStories(tx, homeless, now);
  const housed = articles.map((article) => ({
    ...article,
    storyId: article.storyId ?? assigned.get(article.articleId) ?? `s${article.articleId}`,
  }));
  const moved = housed.filter((_, index) => articles[index]?.storyId === null);
  putMany(tx, 'articles', moved);
  await keepHeadlines(tx, housed, now);
  return {
    arrivals: housed.filter((_, index) => changed[index]?.isNew),
    edited: housed.filter((_, index) => !changed[index]?.isNew),
    storyIds: new Set(housed.map(({ storyId }) => storyId)),
  };
}

/** @returns story ids by article id */
async function findStories(
  tx: WriteTransaction,
  arrivals: Article[],
  now: number,
): Promise<Map<string, string>> {
  if (arrivals.length === 0) return new Map();
  const known = (await readRecord(tx, 'termCounts')) ?? NO_COUNTS;
  const times = arrivals.map(({ sortAt }) => sortAt);
  const recent = await readHeadlines(tx, timeWindows(times, STORY_WINDOW_MS), now);
  const { storyIds, counts } = clusterArticles({ arrivals, recent, counts: known, now });
  await writeRecord(tx, 'termCounts', counts);
  return storyIds;
}

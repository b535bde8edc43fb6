import type { Article, NotificationRecord, Story } from '../domain/model';
import { clusterArticles, STORY_WINDOW_MS } from '../domain/story/cluster';
import { NO_COUNTS } from '../domain/story/reader-counts';
import { timeWindows } from '../domain/story/time-windows';
import { inWriteTransaction, type WriteTransaction } from './database';
import { type NotificationRules, planStored, type TakenStory } from './decide-notifications';
import { writeFrontPage } from './front-page';
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

/**
 * Takes what was stored since the last time into stories, decides on breaking and on notifications,
 * and writes it all with counters and front page in one transaction. What is not yet taken in stays
 * queued, so a crash before the commit only means doing it again.
 */
export async function groupChanges(rules: GroupingRules, now: number): Promise<Grouping> {
  return inWriteTransaction(async (tx) => {
    const changed = await takeIn(tx, rules.decide, now);
    const planned = await planStored(tx, changed, { ...rules.notifications, now });
    await tx.objectStore('changes').clear();
    return { stories: changed.length, planned };
  });
}

/**
 * Shows what was stored so far, while other feeds are still on their way. The queue stays as it is:
 * what to tell is decided once, over everything that came together. Edits of what is shown already wait
 * until then too, and what was shown is not shown again: the cost follows what is new, not the queue.
 */
export async function showChanges(decide: DecideBreaking, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const homeless = (await readChanged(tx)).filter(({ article }) => article.storyId === null);
    const { storyIds } = await assignStories(tx, homeless, now);
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

/** Ends a refresh. `refreshedAt` is null when no feed could be reached: the list is as old as before. */
export async function endRefresh(refreshedAt: number | null, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    if (refreshedAt !== null) await writeRecord(tx, 'refreshedAt', refreshedAt);
    await writeRecord(tx, 'progress', null);
    await writeFrontPage(tx, now);
  });
}

/** Ends a refresh of which nothing more will be heard: it began before the present worker did. */
export async function endDeadRefresh(workerStartedAt: number): Promise<boolean> {
  return inWriteTransaction(async (tx) => {
    const progress = await readRecord(tx, 'progress');
    if (!progress || progress.startedAt >= workerStartedAt) return false;
    await writeRecord(tx, 'progress', null);
    return true;
  });
}

/** Something was just fetched apart from a refresh, which may be running and goes on. */
export async function noteRefreshed(now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    await writeRecord(tx, 'refreshedAt', now);
    await writeFrontPage(tx, now);
  });
}

interface Changed {
  article: Article;
  isNew: boolean;
}

async function readChanged(tx: WriteTransaction): Promise<Changed[]> {
  const changes = await tx.objectStore('changes').getAll();
  const read = changes.map(async ({ articleId, isNew }) => {
    const article = await tx.objectStore('articles').get(articleId);
    return article ? [{ article, isNew }] : [];
  });
  return (await Promise.all(read)).flat();
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
  await Promise.all(moved.map((article) => tx.objectStore('articles').put(article)));
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
  const recent = await recentOf(tx, arrivals);
  const { storyIds, counts } = clusterArticles({ arrivals, recent, counts: known, now });
  await writeRecord(tx, 'termCounts', counts);
  return storyIds;
}

/** Stored headlines near enough in time to be about the same events. */
async function recentOf(tx: WriteTransaction, arrivals: Article[]) {
  const index = tx.objectStore('articles').index('byTime');
  const windows = timeWindows(
    arrivals.map(({ sortAt }) => sortAt),
    STORY_WINDOW_MS,
  );
  const near = await Promise.all(
    windows.map(({ from, to }) => index.getAll(IDBKeyRange.bound(from, to))),
  );
  return near
    .flat()
    .flatMap((article) =>
      article.storyId === null ? [] : [{ ...article, storyId: article.storyId }],
    );
}

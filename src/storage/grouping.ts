import type { Article, NotificationRecord, Story, Topic } from '../domain/model';
import type { ChangedStory } from '../domain/notify/plan';
import { clusterArticles, STORY_WINDOW_MS } from '../domain/story/cluster';
import { timeWindows } from '../domain/story/time-windows';
import { inWriteTransaction, type WriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { putNotifications, readToldStories } from './notifications';
import { writeRecord } from './records';
import { type DecideBreaking, recomposeStories } from './stories';

/** Pure decisions, given by the caller; storage only carries them out in one transaction. */
export interface GroupingRules {
  decide: DecideBreaking;
  plan(input: {
    changed: ChangedStory[];
    topics: Topic[];
    told: Set<string>;
  }): NotificationRecord[];
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
    const topics = await tx.objectStore('topics').getAll();
    const planned = rules.plan({ changed, topics, told: await readToldStories(tx) });
    await putNotifications(tx, planned);
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
    const { storyIds } = await assignStories(tx, homeless);
    await recomposeStories(tx, storyIds, now, decide);
  });
}

async function takeIn(
  tx: WriteTransaction,
  decide: DecideBreaking,
  now: number,
): Promise<ChangedStory[]> {
  const { arrivals, storyIds } = await assignStories(tx, await readChanged(tx));
  return withArrivals(await recomposeStories(tx, storyIds, now, decide), arrivals);
}

function withArrivals(stories: Story[], arrivals: Article[]): ChangedStory[] {
  const changed = new Map(
    stories.map((story) => [story.storyId, { story, arrivals: [] as Article[] }]),
  );
  for (const article of arrivals) changed.get(article.storyId ?? '')?.arrivals.push(article);
  return [...changed.values()];
}

/** Ends a refresh. `refreshedAt` is null when no feed could be reached: the list is as old as before. */
export async function endRefresh(refreshedAt: number | null, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    if (refreshedAt !== null) await writeRecord(tx, 'refreshedAt', refreshedAt);
    await writeRecord(tx, 'progress', null);
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
): Promise<{ arrivals: Article[]; storyIds: Set<Story['storyId']> }> {
  const articles = changed.map(({ article }) => article);
  const homeless = articles.filter(({ storyId }) => storyId === null);
  const assigned = clusterArticles({ arrivals: homeless, recent: await recentOf(tx, homeless) });
  const housed = articles.map((article) => ({
    ...article,
    storyId: article.storyId ?? assigned.get(article.articleId) ?? `s${article.articleId}`,
  }));
  const moved = housed.filter((_, index) => articles[index]?.storyId === null);
  await Promise.all(moved.map((article) => tx.objectStore('articles').put(article)));
  return {
    arrivals: housed.filter((_, index) => changed[index]?.isNew),
    storyIds: new Set(housed.map(({ storyId }) => storyId)),
  };
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

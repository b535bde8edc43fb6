import { groupBy } from '../domain/group-by';
import type { Article, ArticleStatus } from '../domain/model';
import type { StoredParts } from '../domain/notify/past-story';
import { REPLAY_MS, type WeekMaterial } from '../domain/notify/week';
import { type AnyTransaction, inReadTransaction } from './database';
import { readFeedMap, readStatuses } from './lookups';
import { readRecord } from './records';
import { plainStory } from './stored-story';

/** A story of the week may have begun some time before it. */
const REACH_MS = REPLAY_MS + 2 * 86_400_000;

/** The newest of a week of very many feeds: bounds time and memory. */
const MOST_ARTICLES = 20_000;

/** What is stored of the last seven days, for the preview of notifications. */
export async function readReplayMaterial(now: number): Promise<WeekMaterial> {
  return inReadTransaction(async (tx) => {
    const feeds = await readFeedMap(tx);
    const byStory = groupByStory(await readArticles(tx, now - REACH_MS));
    const statuses = await readStatuses(
      tx,
      [...byStory.values()].flat().map(({ articleId }) => articleId),
    );
    const stored = await Promise.all(
      [...byStory.keys()].map((storyId) => tx.objectStore('stories').get(storyId)),
    );
    const stories = stored.flatMap((story): StoredParts[] => {
      const articles = byStory.get(story?.storyId ?? '');
      if (!story || !articles) return [];
      return [{ story: plainStory(story), articles, statuses: read(statuses, articles), feeds }];
    });
    return { stories, absences: (await readRecord(tx, 'presence'))?.absences ?? [] };
  });
}

async function readArticles(tx: AnyTransaction, since: number): Promise<Article[]> {
  const index = tx.objectStore('articles').index('byArrival');
  const range = IDBKeyRange.lowerBound(since);
  const excess = (await index.count(range)) - MOST_ARTICLES;
  if (excess <= 0) return index.getAll(range);
  const cursor = await index.openKeyCursor(range);
  const first = await cursor?.advance(excess);
  return index.getAll(first ? IDBKeyRange.lowerBound(first.key) : range);
}

function groupByStory(articles: Article[]): Map<string, Article[]> {
  const groups = groupBy(articles, ({ storyId }) => storyId ?? '');
  groups.delete('');
  return groups;
}

function read(statuses: Map<string, ArticleStatus>, articles: Article[]) {
  return new Map(
    articles.flatMap(({ articleId }) => {
      const status = statuses.get(articleId);
      return status ? [[articleId, status] as const] : [];
    }),
  );
}

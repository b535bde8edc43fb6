import type { Article, ArticleStatus, Feed } from '../domain/model';
import { getAllByIndex, getMany } from './batch';
import type { AnyTransaction } from './database';

export interface StoryArticles {
  articles: Article[];
  statuses: Map<string, ArticleStatus>;
}

export async function readFeedMap(tx: AnyTransaction): Promise<Map<string, Feed>> {
  const feeds = await tx.objectStore('feeds').getAll();
  return new Map(feeds.map((feed) => [feed.feedId, feed]));
}

export async function readStoryArticles(
  tx: AnyTransaction,
  storyId: string,
): Promise<StoryArticles> {
  const { articles, statuses } = await readArticlesOfStories(tx, [storyId]);
  return { articles: articles.flat(), statuses };
}

/** The articles of each of these stories, in their order, and the statuses of all. */
export async function readArticlesOfStories(
  tx: AnyTransaction,
  storyIds: string[],
): Promise<{ articles: Article[][]; statuses: StoryArticles['statuses'] }> {
  const articles = await getAllByIndex(tx, { name: 'articles', index: 'byStory' }, storyIds);
  const ids = articles.flat().map(({ articleId }) => articleId);
  return { articles, statuses: await readStatuses(tx, ids) };
}

export async function readStatuses(
  tx: AnyTransaction,
  articleIds: string[],
): Promise<Map<string, ArticleStatus>> {
  const statuses = await getMany(tx, 'statuses', articleIds);
  return new Map(
    statuses.flatMap((status) =>
      // What an earlier version stored has no other keys yet.
      status ? [[status.articleId, { ...status, knownAs: status.knownAs ?? [] }] as const] : [],
    ),
  );
}

/** All articles of a feed, as keys of the index `byFeed`. */
export function keysOfFeed(feedId: string): IDBKeyRange {
  return IDBKeyRange.bound([feedId], [feedId, []]);
}

export function readFeedArticles(tx: AnyTransaction, feedId: string): Promise<Article[]> {
  return tx.objectStore('articles').index('byFeed').getAll(keysOfFeed(feedId));
}

/** The stories of these articles; some may not be in one yet. */
export function storyIdsOf(articles: Iterable<Article>): string[] {
  return [...articles].flatMap(({ storyId }) => (storyId === null ? [] : [storyId]));
}

export async function readArticles(
  tx: AnyTransaction,
  ids: string[],
): Promise<Map<string, Article>> {
  const articles = await getMany(tx, 'articles', ids);
  return new Map(articles.flatMap((article) => (article ? [[article.articleId, article]] : [])));
}

import type { Article, ArticleStatus, Feed } from '../domain/model';
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
  const articles = await tx.objectStore('articles').index('byStory').getAll(storyId);
  return {
    articles,
    statuses: await readStatuses(
      tx,
      articles.map(({ articleId }) => articleId),
    ),
  };
}

export async function readStatuses(
  tx: AnyTransaction,
  articleIds: string[],
): Promise<Map<string, ArticleStatus>> {
  const store = tx.objectStore('statuses');
  const statuses = await Promise.all(articleIds.map((articleId) => store.get(articleId)));
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
  const store = tx.objectStore('articles');
  const articles = await Promise.all(ids.map((articleId) => store.get(articleId)));
  return new Map(articles.flatMap((article) => (article ? [[article.articleId, article]] : [])));
}

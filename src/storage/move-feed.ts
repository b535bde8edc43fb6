import { canonicalUrl } from '../domain/article/canonical-url';
import { addressKeyOf, articleIdOf } from '../domain/article/identity';
import { joinStatuses } from '../domain/article/join-statuses';
import { feedFinder } from '../domain/feed/find-feed';
import type { Article, ArticleStatus, Feed } from '../domain/model';
import { deleteMany } from './batch';
import { inWriteTransaction, type WriteTransaction } from './database';
import { dropHeadlines } from './headlines';
import { withKeys } from './known-articles';
import { readFeedArticles, storyIdsOf } from './lookups';
import { logForSearch } from './search/log';
import { recomposeStories } from './stories';

/**
 * Gives a feed its new address, in one transaction. Its id stays, so its articles do too. When another
 * feed is already followed there, the two become one: see `mergeFeeds`.
 */
export async function moveFeed(feedId: string, to: string, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const feeds = await tx.objectStore('feeds').getAll();
    const moving = feeds.find((feed) => feed.feedId === feedId);
    if (moving?.removedAt !== null) return;
    const others = feeds.filter((feed) => feed !== moving && feed.removedAt === null);
    const other = feedFinder(others)(to);
    if (other) await mergeFeeds(tx, { moving, other, now });
    else await tx.objectStore('feeds').put({ ...moving, ...withAddresses(to, [moving]) });
  });
}

/** The address, and all the earlier ones of the feeds that are now there. */
function withAddresses(feedUrl: string, feeds: Feed[]): Pick<Feed, 'feedUrl' | 'formerUrls'> {
  const known = feeds.flatMap((feed) => [...feed.formerUrls, feed.feedUrl]);
  return { feedUrl, formerUrls: [...new Set(known)].filter((url) => url !== feedUrl) };
}

/** Makes one feed of two that are followed. */
export async function joinFeeds(
  tx: WriteTransaction,
  { from, into, now }: { from: string; into: string; now: number },
): Promise<void> {
  const moving = await tx.objectStore('feeds').get(from);
  const other = await tx.objectStore('feeds').get(into);
  if (moving && other) await mergeFeeds(tx, { moving, other, now });
}

/**
 * Hands everything of `moving` over to `other` and forgets `moving`. What both hold is joined: read when
 * either was, saved when either was. The rest gets the keys it would have had in `other`, so that it is
 * known there and does not return as new.
 */
async function mergeFeeds(
  tx: WriteTransaction,
  { moving, other, now }: { moving: Feed; other: Feed; now: number },
): Promise<void> {
  const moved = await readFeedArticles(tx, moving.feedId);
  const held = await readFeedArticles(tx, other.feedId);
  const find = articleFinder(held);
  for (const article of moved) await handOver(tx, article, { other, twin: find(article) });
  await handOverStatuses(tx, moving.feedId, other.feedId);
  await tx.objectStore('feeds').delete(moving.feedId);
  await tx.objectStore('feedStates').delete(moving.feedId);
  deleteMany(tx, 'listings', [moving.feedId, other.feedId]);
  await dropHeadlines(tx);
  const merged = { ...other, ...withAddresses(other.feedUrl, [other, moving]) };
  await tx.objectStore('feeds').put(merged);
  await recomposeStories(tx, storyIdsOf([...moved, ...held]), now);
}

/** Finds the same article by its guid, else by its address. */
function articleFinder(articles: Article[]): (article: Article) => Article | null {
  const byGuid = new Map<string, Article>();
  const byUrl = new Map<string, Article>();
  for (const article of articles) {
    if (article.guid !== null) byGuid.set(article.guid, article);
    if (article.url !== null) byUrl.set(canonicalUrl(article.url), article);
  }
  return ({ guid, url }) =>
    (guid === null ? undefined : byGuid.get(guid)) ??
    (url === null ? null : (byUrl.get(canonicalUrl(url)) ?? null));
}

async function handOver(
  tx: WriteTransaction,
  article: Article,
  { other, twin }: { other: Feed; twin: Article | null },
): Promise<void> {
  const { feedId } = other;
  const articleId = twin?.articleId ?? articleIdOf({ ...article, feedId });
  const statuses = tx.objectStore('statuses');
  const joined = joinStatuses(
    await statuses.get(articleId),
    await statuses.get(article.articleId),
    { articleId, feedId },
  );
  const pending = await tx.objectStore('changes').get(article.articleId);
  await tx.objectStore('articles').delete(article.articleId);
  await statuses.delete(article.articleId);
  await tx.objectStore('changes').delete(article.articleId);
  if (joined) await statuses.put({ ...joined, knownAs: keysIn(joined, { ...article, feedId }) });
  if (twin) return;
  const moved = { ...article, articleId, feedId };
  await tx.objectStore('articles').put(moved);
  logForSearch(tx, [moved]);
  if (pending) await tx.objectStore('changes').put({ ...pending, articleId });
}

/** The other keys under which an article is known in its new feed: they are made from the feed's id. */
function keysIn(status: ArticleStatus, article: Article): string[] {
  const key = addressKeyOf(article);
  return key === null || key === status.articleId
    ? status.knownAs
    : withKeys(status.knownAs, [key]);
}

/** What is known of articles that are stored no more. */
async function handOverStatuses(tx: WriteTransaction, from: string, to: string): Promise<void> {
  let cursor = await tx.objectStore('statuses').openCursor();
  while (cursor) {
    if (cursor.value.feedId === from) await cursor.update({ ...cursor.value, feedId: to });
    cursor = await cursor.continue();
  }
}

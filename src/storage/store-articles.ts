import { type Merge, mergeArticles } from '../domain/article/merge';
import {
  type KnownArticles,
  type Recognized,
  recognizeArticles,
} from '../domain/article/recognize';
import type { Article, ArticleStatus } from '../domain/model';
import { classify, readyTopics } from '../domain/topic/classify';
import { getMany, putMany } from './batch';
import type { WriteTransaction } from './database';
import { readKnown, withKeys } from './known-articles';
import {
  isSeen,
  type ListedItem,
  type ListedItems,
  readListing,
  settledItems,
  signatureOf,
  statusesOfSettled,
  toListing,
} from './listings';
import { readArticles, readStatuses } from './lookups';
import { logForSearch } from './search/log';

interface Document {
  feedId: string;
  articles: Article[];
  now: number;
}

export interface Stored {
  /** Ids of new articles, which wait for the story step. */
  added: string[];
  edited: number;
}

interface Signed extends Recognized {
  signature: string;
}

/**
 * Stores what a feed's document lists. What says the same as in the document before is not looked up: of
 * a thousand items a handful are new.
 */
export async function storeArticles(
  tx: WriteTransaction,
  { feedId, articles, now }: Document,
): Promise<Stored> {
  const listed = await readListing(tx, feedId);
  const settled = settledItems(articles, listed);
  const unsettled = articles.filter((item) => !settled.has(item));
  const known = await readKnown(tx, unsettled);
  const items = recognizeArticles(articles, withSettled(known, settled)).map(sign);
  const fresh = items.filter((item) => !isSettled(item, listed));
  if (fresh.length === 0 && items.length === listed.size) return { added: [], edited: 0 };
  const settledIds = new Set([...settled.values()].map(({ articleId }) => articleId));
  const twins = fresh.filter(({ article }) => settledIds.has(article.articleId));
  await readRest(tx, known, twins);
  const incoming = fresh.map(({ article }) => article);
  const { statuses, articles: stored } = known;
  const merge = mergeArticles({ incoming, stored, statuses, now });
  await putMerged(tx, merge, statuses);
  const seen = putSeen(tx, fresh, statuses);
  putMany(tx, 'listings', [toListing(feedId, nowListed(items, { listed, seen }))]);
  return { added: merge.added.map(({ articleId }) => articleId), edited: merge.edited.length };
}

function sign(item: Recognized): Signed {
  return { ...item, signature: signatureOf(item.article) };
}

function isSettled({ article, signature }: Signed, listed: ListedItems): boolean {
  const before = listed.get(signature);
  return before?.articleId === article.articleId && isSeen(article, before);
}

function withSettled(known: KnownArticles, settled: Map<Article, ListedItem>): KnownArticles {
  return { ...known, statuses: new Map([...statusesOfSettled(settled), ...known.statuses]) };
}

/** A fresh item may be found to be the article of a settled one, of which nothing was read. */
async function readRest(
  tx: WriteTransaction,
  known: KnownArticles,
  twins: Signed[],
): Promise<void> {
  const ids = twins.map(({ article }) => article.articleId);
  const [statuses, articles] = [await readStatuses(tx, ids), await readArticles(tx, ids)];
  for (const [articleId, status] of statuses) known.statuses.set(articleId, status);
  for (const [articleId, article] of articles) known.articles.set(articleId, article);
}

/** A new article stays new for the story step, also when it is edited before that step ran. */
async function putMerged(
  tx: WriteTransaction,
  { added, edited }: Merge,
  statuses: KnownArticles['statuses'],
): Promise<void> {
  const editedIds = edited.map(({ articleId }) => articleId);
  const [topics, pending] = [
    readyTopics(await tx.objectStore('topics').getAll()),
    await getMany(tx, 'changes', editedIds),
  ];
  const changed = [...added, ...edited].map((article) => classify(article, topics));
  putMany(tx, 'articles', changed);
  logForSearch(tx, changed);
  putMany(tx, 'changes', [
    ...added.map(({ articleId }) => ({ articleId, isNew: !statuses.has(articleId) })),
    ...editedIds.map((articleId, index) => ({ articleId, isNew: pending[index]?.isNew === true })),
  ]);
}

/** Marks articles as seen by the day, under the keys they have now. @returns when each was so marked. */
function putSeen(
  tx: WriteTransaction,
  fresh: Signed[],
  statuses: KnownArticles['statuses'],
): Map<string, number> {
  const seen = new Map<string, number>();
  const changed: ArticleStatus[] = [];
  for (const item of fresh) {
    const before = statuses.get(item.article.articleId);
    const status = seenStatus(item, before);
    if (status !== before) changed.push(status);
    seen.set(status.articleId, status.lastSeenAt);
  }
  putMany(tx, 'statuses', changed);
  return seen;
}

/** `article` arrived with this check, so its time is the check's. @returns `before` when it says it all. */
function seenStatus(
  { article, keys }: Recognized,
  before: ArticleStatus | undefined,
): ArticleStatus {
  const { articleId, feedId, arrivedAt } = article;
  if (!before) {
    const marks = { readAt: null, savedAt: null, knownAs: withKeys([], keys) };
    return { articleId, feedId, arrivedAt, lastSeenAt: arrivedAt, ...marks };
  }
  const knownAs = withKeys(before.knownAs, keys);
  if (isSeen(article, before) && knownAs === before.knownAs) return before;
  return { ...before, knownAs, lastSeenAt: Math.max(arrivedAt, before.lastSeenAt) };
}

function nowListed(
  items: Signed[],
  { listed, seen }: { listed: ListedItems; seen: Map<string, number> },
): ListedItems {
  return new Map(
    items.map(({ article: { articleId }, signature }) => {
      const lastSeenAt = seen.get(articleId) ?? listed.get(signature)?.lastSeenAt ?? 0;
      return [signature, { articleId, lastSeenAt }];
    }),
  );
}

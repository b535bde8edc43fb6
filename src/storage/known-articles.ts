import { addressKeyOf } from '../domain/article/identity';
import type { KnownArticles } from '../domain/article/recognize';
import type { Article, ArticleStatus } from '../domain/model';
import type { WriteTransaction } from './database';
import { readArticles, readFeedArticles, readStatuses } from './lookups';
import { readRecord, writeRecord } from './records';

/** Enough for an address or two and the guids of a publisher who makes new ones at every turn. */
const MOST_KEYS = 6;

/** Reads what is stored of the articles that these items may be. */
export async function readKnown(tx: WriteTransaction, items: Article[]): Promise<KnownArticles> {
  const keys = new Set(items.flatMap((item) => [item.articleId, addressKeyOf(item) ?? []].flat()));
  const statuses = await readStatuses(tx, [...keys]);
  const byOtherKey = await readByOtherKey(tx, unsettledKeys(items, statuses));
  for (const status of [...byOtherKey.values()].flat()) statuses.set(status.articleId, status);
  return { statuses, byOtherKey, articles: await readArticles(tx, [...statuses.keys()]) };
}

/** Most items are known by their guid with their address: nothing else needs to be asked about them. */
function unsettledKeys(items: Article[], statuses: Map<string, ArticleStatus>): string[] {
  const keys = items.flatMap((item) => {
    const addressKey = addressKeyOf(item);
    const known = statuses.get(item.articleId);
    const ownKeys = known ? [known.articleId, ...known.knownAs] : [];
    return [item.articleId, addressKey].filter((key) => key !== null && !ownKeys.includes(key));
  });
  return [...new Set(keys as string[])];
}

async function readByOtherKey(
  tx: WriteTransaction,
  keys: string[],
): Promise<Map<string, ArticleStatus[]>> {
  const index = tx.objectStore('statuses').index('byOtherKey');
  const found = await Promise.all(keys.map(async (key) => [key, await index.getAll(key)] as const));
  return new Map(found.filter(([, statuses]) => statuses.length > 0));
}

/** The same list when nothing is new, else with the new ones last and the oldest dropped. */
export function withKeys(knownAs: string[], keys: string[]): string[] {
  const added = keys.filter((key) => !knownAs.includes(key));
  return added.length === 0 ? knownAs : [...knownAs, ...added].slice(-MOST_KEYS);
}

/** Computes the keys of what an earlier version stored of a feed. */
export async function addMissingKeys(tx: WriteTransaction, feedId: string): Promise<void> {
  const waiting = (await readRecord(tx, 'feedsWithoutKeys')) ?? [];
  if (!waiting.includes(feedId)) return;
  const articles = await readFeedArticles(tx, feedId);
  const statuses = await readStatuses(
    tx,
    articles.map(({ articleId }) => articleId),
  );
  for (const article of articles) {
    const status = statuses.get(article.articleId);
    if (status) await tx.objectStore('statuses').put(withAddress(status, article));
  }
  const others = waiting.filter((other) => other !== feedId);
  await writeRecord(tx, 'feedsWithoutKeys', others);
}

function withAddress(status: ArticleStatus, article: Article): ArticleStatus {
  const key = addressKeyOf(article);
  const keys = key === null || key === status.articleId ? [] : [key];
  return { ...status, knownAs: withKeys(status.knownAs, keys) };
}

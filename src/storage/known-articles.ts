import { addressKeyOf } from '../domain/article/identity';
import type { KnownArticles } from '../domain/article/recognize';
import type { Article, ArticleStatus } from '../domain/model';
import { getAllByIndex, putMany } from './batch';
import {
  type AnyTransaction,
  inReadTransaction,
  inWriteTransaction,
  type WriteTransaction,
} from './database';
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
  const found = await getAllByIndex(tx, { name: 'statuses', index: 'byOtherKey' }, keys);
  const byKey = keys.map((key, place) => [key, found[place] ?? []] as const);
  return new Map(byKey.filter(([, statuses]) => statuses.length > 0));
}

/** The same list when nothing is new, else with the new ones last and the oldest dropped. */
export function withKeys(knownAs: string[], keys: string[]): string[] {
  const added = keys.filter((key) => !knownAs.includes(key));
  return added.length === 0 ? knownAs : [...knownAs, ...added].slice(-MOST_KEYS);
}

/** Feeds of which an earlier version stored articles without their other keys. */
export async function feedsWithoutKeys(): Promise<ReadonlySet<string>> {
  const read = (tx: AnyTransaction) => readRecord(tx, 'feedsWithoutKeys');
  return new Set(await inReadTransaction(read, ['records']));
}

/** Computes these keys for one feed; to be done before its articles are next recognized. */
export async function addMissingKeys(feedId: string): Promise<void> {
  await inWriteTransaction((tx) => addKeys(tx, feedId), KEY_STORES);
}

const KEY_STORES = ['articles', 'statuses', 'records'] as const;

async function addKeys(tx: WriteTransaction, feedId: string): Promise<void> {
  const articles = await readFeedArticles(tx, feedId);
  const statuses = await readStatuses(
    tx,
    articles.map(({ articleId }) => articleId),
  );
  const changed = articles.flatMap((article) => {
    const status = statuses.get(article.articleId);
    return status ? [withAddress(status, article)] : [];
  });
  putMany(tx, 'statuses', changed);
  const waiting = (await readRecord(tx, 'feedsWithoutKeys')) ?? [];
  const others = waiting.filter((other) => other !== feedId);
  await writeRecord(tx, 'feedsWithoutKeys', others);
}

function withAddress(status: ArticleStatus, article: Article): ArticleStatus {
  const key = addressKeyOf(article);
  const keys = key === null || key === status.articleId ? [] : [key];
  return { ...status, knownAs: withKeys(status.knownAs, keys) };
}

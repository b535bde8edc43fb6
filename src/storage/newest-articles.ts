import type { Article } from '../domain/model';
import { getNewest } from './batch';
import type { AnyTransaction } from './database';

/** Articles before a time, newest first; more than `count` where several share the last one's time. */
export async function newestArticles(
  tx: AnyTransaction,
  { before, count }: { before: number; count: number },
): Promise<Article[]> {
  const range = IDBKeyRange.upperBound(before, true);
  const articles = await getNewest(tx, { name: 'articles', index: 'byTime', range }, count);
  const last = articles.at(-1);
  if (!last || articles.length < count) return articles;
  const alike = await tx.objectStore('articles').index('byTime').getAll(last.sortAt);
  return [...articles.filter(({ sortAt }) => sortAt > last.sortAt), ...alike];
}

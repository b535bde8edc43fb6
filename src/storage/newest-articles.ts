import type { Article } from '../domain/model';
import type { AnyTransaction } from './database';

/** Articles before a time, newest first; more than `count` where several share the last one's time. */
export async function newestArticles(
  tx: AnyTransaction,
  { before, count }: { before: number; count: number },
): Promise<Article[]> {
  const articles: Article[] = [];
  const index = tx.objectStore('articles').index('byTime');
  let cursor = await index.openCursor(IDBKeyRange.upperBound(before, true), 'prev');
  while (cursor) {
    const last = articles.at(-1);
    if (last && articles.length >= count && cursor.value.sortAt !== last.sortAt) break;
    articles.push(cursor.value);
    cursor = await cursor.continue();
  }
  return articles;
}

/**
 * What is stored is found at once: each commit notes the words of its articles in a log, which searching
 * looks through as it is. Later the log is put into the index, see `tidy.ts`.
 */

import type { Article } from '../../domain/model';
import { indexWords } from '../../domain/search/index-words';
import type { SearchDocument } from '../../domain/search/postings';
import { putMany } from '../batch';
import type { SearchLogEntry, WriteTransaction } from '../database';

/** Chromium keeps values of 64 KB and more apart, in files: reading them takes many times as long. */
const MOST_IN_ENTRY = 64;

/** To be called with every article whose words, feed or time are new, in the transaction that stores it. */
export function logForSearch(tx: WriteTransaction, articles: Article[]): void {
  const entries: SearchLogEntry[] = [];
  for (let start = 0; start < articles.length; start += MOST_IN_ENTRY) {
    entries.push(toEntry(articles.slice(start, start + MOST_IN_ENTRY).map(documentOf), true));
  }
  putMany(tx, 'searchLog', entries);
}

export function documentOf(article: Article): SearchDocument {
  const { articleId, sortAt } = article;
  return { articleId, sortAt, words: indexWords(article) };
}

function toEntry(documents: SearchDocument[], hasSigns: boolean): SearchLogEntry {
  return {
    articleIds: documents.map(({ articleId }) => articleId),
    sortAts: documents.map(({ sortAt }) => sortAt),
    words: documents.map(({ words }) => ` ${words.join(' ')} `),
    hasSigns,
  };
}

export function documentsIn({ articleIds, sortAts, words }: SearchLogEntry): SearchDocument[] {
  return articleIds.map((articleId, index) => ({
    articleId,
    sortAt: sortAts[index] ?? 0,
    words: (words[index] ?? '').trim().split(' '),
  }));
}

/** Takes out what was deleted for good: not even its words stay. */
export async function forgetInLog(tx: WriteTransaction, gone: ReadonlySet<string>): Promise<void> {
  const log = tx.objectStore('searchLog');
  for (let at = await log.openCursor(); at; at = await at.continue()) {
    const documents = documentsIn(at.value);
    const left = documents.filter(({ articleId }) => !gone.has(articleId));
    if (left.length === 0) await at.delete();
    else if (left.length < documents.length)
      await at.update(toEntry(left, at.value.hasSigns ?? false));
  }
}

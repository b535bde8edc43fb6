import type { BackupEntry, KeptArticle } from '../../domain/backup/entry';
import { backupWriter } from '../../domain/backup/write';
import { sharedSettings } from '../../domain/choices/own-settings';
import type { Article } from '../../domain/model';
import { type AnyTransaction, inReadTransaction, type ReadTransaction } from '../database';
import { readArticles, readStatuses } from '../lookups';
import { readNotifications } from '../notifications';
import type { DatelineSchema } from '../schema';
import { readStoredSettings } from '../settings';

const AT_ONCE = 1_000;

export interface Dump {
  madeAt: number;
  /** The version of the extension. */
  madeBy: string;
  onText(text: string): void;
  /** From 0 to 1. */
  onProgress(share: number): void;
}

/**
 * Reads everything that the user would miss, as the text of a backup, part by part: at one moment, so that the
 * parts fit together, and never all of it in memory. What can be fetched or computed again is not in it.
 */
export async function dumpBackup({ madeAt, madeBy, onText, onProgress }: Dump): Promise<void> {
  const settings = sharedSettings(await readStoredSettings());
  const writer = backupWriter({ madeAt, madeBy });
  const add = (entry: BackupEntry) => onText(writer.add(entry));
  onText(writer.begin());
  await inReadTransaction(async (tx) => {
    add({ kind: 'settings', settings });
    await dumpChoices(tx, add);
    await dumpTold(tx, add);
    const total = await tx.objectStore('statuses').count();
    let done = 0;
    for await (const kept of keptArticles(tx)) {
      add({ kind: 'article', ...kept });
      done += 1;
      if (done % AT_ONCE === 0) onProgress(Math.min(1, done / Math.max(1, total)));
    }
  });
  onText(writer.end());
  onProgress(1);
}

async function dumpChoices(tx: AnyTransaction, add: (entry: BackupEntry) => void): Promise<void> {
  for (const feed of await tx.objectStore('feeds').getAll()) {
    if (feed.removedAt === null) add({ kind: 'feed', feed });
  }
  for (const topic of await tx.objectStore('topics').getAll()) add({ kind: 'topic', topic });
}

/** What was told, so that it is not told again; and what is held to be breaking. */
async function dumpTold(tx: AnyTransaction, add: (entry: BackupEntry) => void): Promise<void> {
  for (const notification of await readNotifications(tx)) {
    add({ kind: 'notification', notification });
  }
  for (const held of await tx.objectStore('heldStories').getAll()) add({ kind: 'held', held });
  for await (const { storyId, breaking } of batched(tx, 'stories', ({ storyId: id }) => id)) {
    if (breaking) add({ kind: 'breaking', storyId, decision: breaking });
  }
}

/** Every status with its article, then the articles that have none. */
async function* keptArticles(tx: ReadTransaction): AsyncGenerator<KeptArticle> {
  let met = 0;
  const idOf = ({ articleId }: { articleId: string }) => articleId;
  for await (const statuses of batches(tx, 'statuses', idOf)) {
    const articles = await readArticles(tx, statuses.map(idOf));
    met += articles.size;
    for (const status of statuses) {
      yield { status, article: articles.get(status.articleId) ?? null };
    }
  }
  if (met === (await tx.objectStore('articles').count())) return;
  for await (const articles of batches(tx, 'articles', idOf)) {
    const statuses = await readStatuses(tx, articles.map(idOf));
    const alone: Article[] = articles.filter(({ articleId }) => !statuses.has(articleId));
    for (const article of alone) yield { article, status: null };
  }
}

type Batched = 'statuses' | 'articles' | 'stories';
type Stored<N extends Batched> = DatelineSchema[N]['value'];

async function* batches<N extends Batched>(
  tx: AnyTransaction,
  name: N,
  keyOf: (record: Stored<N>) => string,
): AsyncGenerator<Stored<N>[]> {
  let after: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const records = (await tx.objectStore(name).getAll(range, AT_ONCE)) as Stored<N>[];
    if (records.length > 0) yield records;
    const last = records.at(-1);
    if (!last || records.length < AT_ONCE) return;
    after = keyOf(last);
  }
}

async function* batched<N extends Batched>(
  tx: AnyTransaction,
  name: N,
  keyOf: (record: Stored<N>) => string,
): AsyncGenerator<Stored<N>> {
  for await (const records of batches(tx, name, keyOf)) yield* records;
}

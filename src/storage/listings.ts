import { hashText } from '../domain/article/hash-text';
import { addressKeyOf } from '../domain/article/identity';
import { SEEN_PRECISION_MS } from '../domain/article/retain';
import type { Article, ArticleStatus } from '../domain/model';
import type { Listing, WriteTransaction } from './database';

/** An item of a feed's last document. */
export interface ListedItem {
  /** Which article it was found to be. */
  articleId: string;
  /** When that article's status was last written as seen. */
  lastSeenAt: number;
}

/** The items of a feed's last document by their signatures. */
export type ListedItems = Map<string, ListedItem>;

export async function readListing(tx: WriteTransaction, feedId: string): Promise<ListedItems> {
  const listing = await tx.objectStore('listings').get(feedId);
  if (!listing) return new Map();
  const { signatures, articleIds, lastSeenAts } = listing;
  return new Map(
    signatures.map((signature, index) => [
      signature,
      { articleId: articleIds[index] ?? '', lastSeenAt: lastSeenAts[index] ?? 0 },
    ]),
  );
}

/** Columns, since a document may list thousands of items. */
export function toListing(feedId: string, items: ListedItems): Listing {
  const listed = [...items.values()];
  return {
    feedId,
    signatures: [...items.keys()],
    articleIds: listed.map(({ articleId }) => articleId),
    lastSeenAts: listed.map(({ lastSeenAt }) => lastSeenAt),
  };
}

/**
 * Equal for two items that say the same, whichever articles they were found to be: all that recognizing
 * and merging look at, and all that an edit takes over.
 */
export function signatureOf(item: Article): string {
  const { guid, url, title, summary, author, tags, imageUrl, commentsUrl, kicker } = item;
  const { publishedAt, updatedAt } = item;
  const said = [guid, url, title, summary, author, tags, imageUrl, commentsUrl, kicker];
  return hashText(JSON.stringify([...said, publishedAt, updatedAt]));
}

/**
 * The items about which nothing is to be done, as they were in the last document. Only those that are
 * articles of their own guid, and the only ones with it: for others it takes the whole document, and what is
 * stored, to find out what they are.
 */
export function settledItems(items: Article[], listed: ListedItems): Map<Article, ListedItem> {
  if (listed.size === 0) return new Map();
  const counts = new Map<string, number>();
  for (const { articleId } of items) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  return new Map(
    items.flatMap((item) => {
      if (counts.get(item.articleId) !== 1) return [];
      const before = listed.get(signatureOf(item));
      const isOwn = before?.articleId === item.articleId;
      return isOwn && isSeen(item, before) ? [[item, before] as const] : [];
    }),
  );
}

/** Whether its article need not be marked as seen once more. */
export function isSeen({ arrivedAt }: Article, { lastSeenAt }: ListedItem): boolean {
  return arrivedAt - lastSeenAt < SEEN_PRECISION_MS;
}

/** What recognizing must know of settled items, as if their statuses had been read. */
export function statusesOfSettled(
  settled: Map<Article, ListedItem>,
): [articleId: string, ArticleStatus][] {
  return [...settled].map(([item, { articleId, lastSeenAt }]) => {
    const { feedId, arrivedAt } = item;
    const knownAs = [articleId, addressKeyOf(item)].filter((key) => key !== null);
    const marks = { readAt: null, savedAt: null };
    return [articleId, { articleId, feedId, arrivedAt, lastSeenAt, knownAs, ...marks }];
  });
}

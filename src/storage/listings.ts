import { hashText } from '../domain/article/hash-text';
import { addressKeyOf } from '../domain/article/identity';
import type { KnownArticles } from '../domain/article/recognize';
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

/** The items about which nothing is to be done, as they were in the last document. */
export function settledItems(items: Article[], listed: ListedItems): Map<Article, ListedItem> {
  if (listed.size === 0) return new Map();
  return new Map(
    items.flatMap((item) => {
      const before = listed.get(signatureOf(item));
      return before && isSeen(item, before) ? [[item, before] as const] : [];
    }),
  );
}

/** Whether its article need not be marked as seen once more. */
export function isSeen({ arrivedAt }: Article, { lastSeenAt }: ListedItem): boolean {
  return arrivedAt - lastSeenAt < SEEN_PRECISION_MS;
}

/** What recognizing must know of settled items, as if their statuses had been read. */
export function knownOfSettled(
  settled: Map<Article, ListedItem>,
): Pick<KnownArticles, 'statuses' | 'byOtherKey'> {
  const statuses = new Map<string, ArticleStatus>();
  const byOtherKey = new Map<string, ArticleStatus[]>();
  for (const [item, listed] of settled) {
    const status = statusOf(item, listed);
    if (item.articleId === listed.articleId) statuses.set(item.articleId, status);
    else byOtherKey.set(item.articleId, [status]);
  }
  return { statuses, byOtherKey };
}

/** Known under the item's own keys; the rest of it is not asked for. */
function statusOf(item: Article, { articleId, lastSeenAt }: ListedItem): ArticleStatus {
  const { feedId, arrivedAt } = item;
  const knownAs = [item.articleId, addressKeyOf(item)].filter((key) => key !== null);
  return { articleId, feedId, arrivedAt, lastSeenAt, knownAs, readAt: null, savedAt: null };
}

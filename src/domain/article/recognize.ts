import type { Article, ArticleStatus } from '../model';
import { addressKeyOf } from './identity';
import { isReworded, wordingOf } from './wording';

/** What is stored of a feed's articles, as far as its document may be about them. */
export interface KnownArticles {
  /** By article id. */
  statuses: Map<string, ArticleStatus>;
  /** By each of the other keys that articles are known as. */
  byOtherKey: Map<string, ArticleStatus[]>;
  /** By article id; a status outlives its article. */
  articles: Map<string, Article>;
}

export interface Recognized {
  /** Under the id with which it was first stored. */
  article: Article;
  /** The keys of this listing, other than that id. */
  keys: string[];
}

interface Item {
  article: Article;
  addressKey: string | null;
  /** No other item of the document has its address. */
  isAddressUnique: boolean;
  /** Found by its own id, which mostly is its guid. */
  byId: ArticleStatus | null;
}

/**
 * Finds out which articles the items of one document are, since publishers change the guids and addresses
 * of what they published long ago.
 *
 * A guid we know decides. One we do not know is decided by the address, where the address identifies: one
 * item of the document has it and one article we know, which the document does not list otherwise. (A live
 * blog gives one address to many items, each with its own guid.)
 * @returns in the order of the document, each article once; items of one address, date and wording are one
 */
export function recognizeArticles(incoming: Article[], known: KnownArticles): Recognized[] {
  const items = withoutTwins(toItems(incoming, known));
  const listed = new Set(items.flatMap(({ byId }) => byId?.articleId ?? []));
  const recognized = new Map<string, Recognized>();
  for (const item of items) {
    const { articleId } = item.article;
    const byAddress = item.isAddressUnique ? findByAddress(item, known, listed) : null;
    const isGuidWrong = item.byId !== null && byAddress !== null && !isKnownAs(item.byId, item);
    const status = isGuidWrong ? byAddress : (item.byId ?? byAddress);
    const id = status?.articleId ?? articleId;
    if (recognized.has(id)) continue;
    const keys = [articleId, item.addressKey].filter((key) => key !== null && key !== id);
    const article = { ...item.article, articleId: id };
    recognized.set(id, { article, keys: [...new Set(keys as string[])] });
  }
  return [...recognized.values()];
}

function toItems(incoming: Article[], known: KnownArticles): Item[] {
  return incoming.map((article) => {
    const addressKey = addressKeyOf(article);
    const byId = findById(article.articleId, addressKey, known);
    return { article, addressKey, isAddressUnique: false, byId };
  });
}

function findById(
  articleId: string,
  addressKey: string | null,
  known: KnownArticles,
): ArticleStatus | null {
  const status = known.statuses.get(articleId);
  if (status || articleId === addressKey) return status ?? null;
  return onlyOne(known.byOtherKey.get(articleId) ?? []);
}

/** Publishers list an article under several guids, one for each of its sections; a known one stands for all. */
function withoutTwins(items: Item[]): Item[] {
  const places = items.map(placeOf);
  const counts = countEach(places);
  const distinct = new Map<string, Item>();
  for (const [index, item] of items.entries()) {
    const place = places[index] ?? '';
    // Wordings take time to compare, and most items have a place of their own.
    const key = counts.get(place) === 1 ? place : `${place}\n${wordingOf(item.article)}`;
    const twin = distinct.get(key);
    if (!twin || (twin.byId === null && item.byId !== null)) distinct.set(key, item);
  }
  const kept = [...distinct.values()];
  const addresses = countEach(kept.map(({ addressKey }) => addressKey));
  return kept.map((item) => ({
    ...item,
    isAddressUnique: item.addressKey !== null && addresses.get(item.addressKey) === 1,
  }));
}

/** Twins have the same address and the same date; an item without an address has no twin but itself. */
const placeOf = ({ article, addressKey }: Item): string =>
  addressKey === null ? article.articleId : `${addressKey}\n${article.publishedAt}`;

function countEach<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function findByAddress(
  { article, addressKey }: Item,
  known: KnownArticles,
  listed: ReadonlySet<string>,
): ArticleStatus | null {
  if (addressKey === null) return null;
  const first = known.statuses.get(addressKey);
  const status = onlyOne([...(first ? [first] : []), ...(known.byOtherKey.get(addressKey) ?? [])]);
  if (!status || listed.has(status.articleId)) return null;
  const stored = known.articles.get(status.articleId);
  return stored && isOther(stored, article) ? null : status;
}

/** New words at another date are another article at the same address, such as a page of notices. */
function isOther(stored: Article, incoming: Article): boolean {
  return stored.publishedAt !== incoming.publishedAt && isReworded(stored, incoming);
}

const isKnownAs = ({ articleId, knownAs }: ArticleStatus, { addressKey }: Item): boolean =>
  addressKey === articleId || (addressKey !== null && knownAs.includes(addressKey));

function onlyOne(statuses: ArticleStatus[]): ArticleStatus | null {
  const [first, ...others] = statuses;
  return first && others.every(({ articleId }) => articleId === first.articleId) ? first : null;
}

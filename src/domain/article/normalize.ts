import { parseFeedDate } from '../feed/date';
import type { Article, ParsedFeed, ParsedItem } from '../model';
import { canonicalUrl, safeUrl } from './canonical-url';
import { articleIdOf } from './identity';
import { findKicker } from './kicker';
import { toPlainText } from './plain-text';

const MAX_TITLE = 300;
const MAX_SUMMARY = 500;
const MAX_NAME = 200;
const MAX_TAG = 100;
const MAX_TAGS = 20;
const MAX_GUID = 2_048;
/** How much of the summary stands in for a missing title. */
const MAX_BORROWED_TITLE = 100;
/** Dots and spaces by which a summary that repeats the title may be longer. */
const MAX_TAIL = 20;
/** Clocks of publishers run ahead and dates without a zone may be half a day off; more is a mistake. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1_000;

export interface NormalizeInput {
  parsed: ParsedFeed;
  feedId: string;
  /** What relative addresses are relative to. */
  feedUrl: string;
  now: number;
  isBacklog: boolean;
}

export interface NormalizedFeed {
  /** In the order of the feed, each `articleId` once: the first wins. */
  articles: Article[];
  /** Items with neither title nor summary, and repetitions. */
  dropped: number;
}

/** Makes articles of what the feed said: plain texts, safe addresses, times that can be trusted. */
export function normalizeFeed(input: NormalizeInput): NormalizedFeed {
  const { items } = input.parsed;
  const ambiguous = findAmbiguousGuids(input);
  const articles = new Map<string, Article>();
  for (const item of items) {
    const article = normalizeItem(item, { ...input, ambiguous });
    if (article !== null && !articles.has(article.articleId))
      articles.set(article.articleId, article);
  }
  return { articles: [...articles.values()], dropped: items.length - articles.size };
}

type ItemContext = NormalizeInput & { ambiguous: ReadonlySet<string> };

function normalizeItem(item: ParsedItem, context: ItemContext): Article | null {
  const { feedId, feedUrl, now, isBacklog } = context;
  const { title, summary } = normalizeTexts(item);
  if (title === '') return null;
  const guid = item.guid?.trim().slice(0, MAX_GUID) || null;
  const url = safeUrl(item.url, feedUrl);
  const tags = normalizeTags(item.tags);
  const isGuidUnique = guid !== null && !context.ambiguous.has(guid);
  return {
    articleId: articleIdOf({ feedId, guid: isGuidUnique ? guid : null, url, title }),
    feedId,
    guid,
    url,
    title,
    summary,
    author: toPlainText(item.author ?? '', MAX_NAME) || null,
    tags,
    imageUrl: safeUrl(item.imageUrl, feedUrl),
    commentsUrl: safeUrl(item.commentsUrl, feedUrl),
    ...normalizeTimes(item, now),
    arrivedAt: now,
    isBacklog,
    revisions: [],
    topicIds: [],
    mutedBy: [],
    kicker: findKicker(title, tags),
    storyId: null,
  };
}

/** The title is borrowed from the summary when missing; a summary that only repeats the title is dropped. */
function normalizeTexts(item: ParsedItem): { title: string; summary: string } {
  const title = toPlainText(item.title ?? '', MAX_TITLE);
  const summary = toPlainText(item.summary ?? '', MAX_SUMMARY);
  if (title === '') return { title: toPlainText(item.summary ?? '', MAX_BORROWED_TITLE), summary };
  return { title, summary: isSameText(title, summary) ? '' : summary };
}

function isSameText(title: string, summary: string): boolean {
  if (summary.length > title.length + MAX_TAIL) return false;
  const fold = (text: string): string => text.replace(/[\s.…]+$/, '').toLowerCase();
  return fold(title) === fold(summary);
}

/**
 * `updatedAt` is only kept when it is later than `publishedAt`; alone it is the time of publication (Atom
 * demands `updated` and not `published`). Times ahead of now by more than a day are not believed.
 */
function normalizeTimes(
  item: ParsedItem,
  now: number,
): Pick<Article, 'publishedAt' | 'updatedAt' | 'sortAt'> {
  const believe = (at: number | null): number | null =>
    at === null || at > now + MAX_AHEAD_MS ? null : at;
  const published = believe(parseFeedDate(item.published));
  const updated = believe(parseFeedDate(item.updated));
  const publishedAt = published ?? updated;
  const isEdited = updated !== null && publishedAt !== null && updated > publishedAt;
  return {
    publishedAt,
    updatedAt: isEdited ? updated : null,
    sortAt: publishedAt === null ? now : Math.min(publishedAt, now),
  };
}

/** Plain, each once whatever its case, at most twenty. */
function normalizeTags(tags: string[]): string[] {
  const distinct = new Map<string, string>();
  for (const tag of tags) {
    const text = toPlainText(tag, MAX_TAG);
    const key = text.toLowerCase();
    if (text !== '' && !distinct.has(key)) distinct.set(key, text);
    if (distinct.size === MAX_TAGS) break;
  }
  return [...distinct.values()];
}

/** Guids that a publisher gave to several addresses (e.g. its home page to all): they identify nothing. */
function findAmbiguousGuids({ parsed, feedUrl }: NormalizeInput): ReadonlySet<string> {
  const firsts = new Map<string, ParsedItem>();
  const ambiguous = new Set<string>();
  const addressOf = (item: ParsedItem): string | null => {
    const url = safeUrl(item.url, feedUrl);
    return url === null ? null : canonicalUrl(url);
  };
  for (const item of parsed.items) {
    const key = item.guid?.trim().slice(0, MAX_GUID);
    if (!key || ambiguous.has(key)) continue;
    const first = firsts.get(key);
    // Most guids come once, and addresses take time to read.
    const address = first === undefined ? null : addressOf(item);
    const before = first === undefined ? null : addressOf(first);
    if (address !== null && before !== null && address !== before) ambiguous.add(key);
    if (before === null) firsts.set(key, item);
  }
  return ambiguous;
}

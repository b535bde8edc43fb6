import { mergeArticles } from '../domain/article/merge';
import { type Recognized, recognizeArticles } from '../domain/article/recognize';
import { SEEN_PRECISION_MS } from '../domain/article/retain';
import type { Article, ArticleStatus, Feed, FeedState, Topic } from '../domain/model';
import { classify, readyTopics } from '../domain/topic/classify';
import { inWriteTransaction, type WriteTransaction } from './database';
import { type StateChange, succeeded } from './feed-states';
import { addMissingKeys, readKnown, withKeys } from './known-articles';
import { readArticles, readStatuses, storyIdsOf } from './lookups';
import { recomposeStories } from './stories';

export interface FeedCommit {
  feedId: string;
  /** The publisher's own, taken over while the feed has none. */
  title: string | null;
  siteUrl: string | null;
  articles: Article[];
  validators: FeedState['validators'];
  contentHash: string;
  intervalMs: number | null;
  /** What else the answer changes in the feed's state. */
  change?: StateChange;
  now: number;
}

/**
 * Stores one check of one feed in one transaction: articles, their statuses, what is left to take
 * into stories, and the feed's state. After a crash either all of it is there or none, and then the
 * feed is simply checked again.
 */
export async function commitFeed(commit: FeedCommit): Promise<{ added: number; edited: number }> {
  return inWriteTransaction(async (tx) => {
    const state = await tx.objectStore('feedStates').get(commit.feedId);
    const feed = await tx.objectStore('feeds').get(commit.feedId);
    if (!state || !feed) return { added: 0, edited: 0 };
    await tx.objectStore('feeds').put(introduce(feed, commit));
    const counts = await storeArticles(tx, commit);
    const check = { change: stateChange(commit), at: commit.now };
    await tx.objectStore('feedStates').put(succeeded(state, feed, check));
    return counts;
  });
}

/** A feed that was followed by address alone is called by its host until it says its own title. */
function introduce(feed: Feed, { title, siteUrl }: FeedCommit): Feed {
  const isNameless = feed.title === new URL(feed.feedUrl).hostname;
  return {
    ...feed,
    title: isNameless ? (title ?? feed.title) : feed.title,
    siteUrl: feed.siteUrl ?? siteUrl,
  };
}

function stateChange({ now, change, ...commit }: FeedCommit): StateChange {
  const { validators, contentHash, intervalMs } = commit;
  return { validators, contentHash, documentAt: now, intervalMs, ...change };
}

async function storeArticles(tx: WriteTransaction, { feedId, articles, now }: FeedCommit) {
  await addMissingKeys(tx, feedId);
  const known = await readKnown(tx, articles);
  const recognized = recognizeArticles(articles, known);
  const incoming = recognized.map(({ article }) => article);
  const { statuses, articles: stored } = known;
  const merge = mergeArticles({ incoming, stored, statuses, now });
  const topics = readyTopics(await tx.objectStore('topics').getAll());
  const isKnown = (article: Article) => statuses.has(article.articleId);
  for (const article of merge.added) {
    await putChanged(tx, classify(article, topics), !isKnown(article));
  }
  for (const article of merge.edited) await putChanged(tx, classify(article, topics), false);
  for (const listing of recognized) {
    await markSeen(tx, listing, statuses.get(listing.article.articleId));
  }
  return { added: merge.added.length, edited: merge.edited.length };
}

/** A new article stays new for the story step, also when it is edited before that step ran. */
async function putChanged(tx: WriteTransaction, article: Article, isNew: boolean): Promise<void> {
  const { articleId } = article;
  const pending = await tx.objectStore('changes').get(articleId);
  await tx.objectStore('articles').put(article);
  await tx.objectStore('changes').put({ articleId, isNew: isNew || pending?.isNew === true });
}

/** `article` arrived with this check, so its time is the check's. */
async function markSeen(
  tx: WriteTransaction,
  { article, keys }: Recognized,
  status: ArticleStatus | undefined,
): Promise<void> {
  const { articleId, feedId, arrivedAt } = article;
  const before = status ?? {
    ...{ articleId, feedId, arrivedAt, lastSeenAt: arrivedAt },
    ...{ readAt: null, savedAt: null, knownAs: [] },
  };
  const knownAs = withKeys(before.knownAs, keys);
  const isNewsByDay = arrivedAt - before.lastSeenAt >= SEEN_PRECISION_MS;
  if (status && !isNewsByDay && knownAs === before.knownAs) return;
  const lastSeenAt = Math.max(arrivedAt, before.lastSeenAt);
  await tx.objectStore('statuses').put({ ...before, knownAs, lastSeenAt });
}

/**
 * Marks articles read or unread.
 * @returns those that changed, for undo.
 */
export async function setRead(
  tx: WriteTransaction,
  articleIds: string[],
  readAt: number | null,
): Promise<string[]> {
  const changed: string[] = [];
  const statuses = await readStatuses(tx, articleIds);
  for (const status of statuses.values()) {
    if ((status.readAt === null) === (readAt === null)) continue;
    await tx.objectStore('statuses').put({ ...status, readAt });
    changed.push(status.articleId);
  }
  return changed;
}

export async function setArticlesRead(articleIds: string[], isRead: boolean, now: number) {
  await inWriteTransaction(async (tx) => {
    await setRead(tx, articleIds, isRead ? now : null);
    const articles = await readArticles(tx, articleIds);
    await recomposeStories(tx, storyIdsOf(articles.values()), now);
  });
}

/** Matches everything stored against the topics as they are now. */
export async function reclassify(tx: WriteTransaction, topics: Topic[], now: number) {
  const ready = readyTopics(topics);
  const storyIds = new Set<string>();
  let cursor = await tx.objectStore('articles').openCursor();
  while (cursor) {
    const before = cursor.value;
    const after = classify(before, ready);
    if (!hasSameTopics(before, after)) {
      await cursor.update(after);
      if (after.storyId) storyIds.add(after.storyId);
    }
    cursor = await cursor.continue();
  }
  await recomposeStories(tx, storyIds, now);
}

function hasSameTopics(a: Article, b: Article): boolean {
  const key = ({ topicIds, mutedBy }: Article) => `${topicIds.join()}|${mutedBy.join()}`;
  return key(a) === key(b);
}

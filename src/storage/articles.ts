import type { Article, Feed, FeedState, Topic } from '../domain/model';
import { classify, readyTopics } from '../domain/topic/classify';
import { putMany } from './batch';
import { inWriteTransaction, type WriteTransaction } from './database';
import { type StateChange, succeeded } from './feed-states';
import { readArticles, readStatuses, storyIdsOf } from './lookups';
import { type Stored, storeArticles } from './store-articles';
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

/** A commit leaves counters and front page alone, so that the popup need not wait for it. */
const COMMIT_STORES = [
  'feeds',
  'feedStates',
  'articles',
  'statuses',
  'changes',
  'listings',
  'topics',
  'searchLog',
] as const;

/**
 * Stores one check of one feed in one transaction: articles, their statuses, what is left to take
 * into stories, and the feed's state. After a crash either all of it is there or none, and then the
 * feed is simply checked again.
 */
export async function commitFeed(commit: FeedCommit): Promise<Stored> {
  return inWriteTransaction(async (tx) => {
    const { feedId, now } = commit;
    const [state, feed] = await Promise.all([
      tx.objectStore('feedStates').get(feedId),
      tx.objectStore('feeds').get(feedId),
    ]);
    if (!state || !feed) return { added: [], edited: 0 };
    const introduced = introduce(feed, commit);
    if (introduced !== feed) putMany(tx, 'feeds', [introduced]);
    const stored = await storeArticles(tx, commit);
    const check = { change: stateChange(commit), at: now };
    putMany(tx, 'feedStates', [succeeded(state, feed, check)]);
    return stored;
  }, COMMIT_STORES);
}

/** A feed that was followed by address alone is called by its host until it says its own title. */
function introduce(feed: Feed, { title: own, siteUrl: ownSite }: FeedCommit): Feed {
  const isNameless = feed.title === new URL(feed.feedUrl).hostname;
  const title = isNameless ? (own ?? feed.title) : feed.title;
  const siteUrl = feed.siteUrl ?? ownSite;
  return title === feed.title && siteUrl === feed.siteUrl ? feed : { ...feed, title, siteUrl };
}

function stateChange({ now, change, ...commit }: FeedCommit): StateChange {
  const { validators, contentHash, intervalMs } = commit;
  return { validators, contentHash, documentAt: now, intervalMs, ...change };
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
  const statuses = await readStatuses(tx, articleIds);
  const changed = [...statuses.values()].filter(
    (status) => (status.readAt === null) !== (readAt === null),
  );
  putMany(
    tx,
    'statuses',
    changed.map((status) => ({ ...status, readAt })),
  );
  return changed.map(({ articleId }) => articleId);
}

export async function setArticlesRead(articleIds: string[], isRead: boolean, now: number) {
  await inWriteTransaction(async (tx) => {
    await setRead(tx, articleIds, isRead ? now : null);
    const articles = await readArticles(tx, articleIds);
    await recomposeStories(tx, storyIdsOf(articles.values()), now);
  });
}

/** Articles in work at once: far faster than one by one, and bounded in memory. */
const CLASSIFIED_AT_ONCE = 1_000;

/** Matches everything stored against the topics as they are now. */
export async function reclassify(tx: WriteTransaction, topics: Topic[], now: number) {
  const ready = readyTopics(topics);
  const storyIds = new Set<string>();
  let range: IDBKeyRange | null = null;
  for (let last: Article | undefined; ; range = IDBKeyRange.lowerBound(last.articleId, true)) {
    const articles: Article[] = await tx.objectStore('articles').getAll(range, CLASSIFIED_AT_ONCE);
    const changed = articles.flatMap((before) => {
      const after = classify(before, ready);
      return hasSameTopics(before, after) ? [] : [after];
    });
    putMany(tx, 'articles', changed);
    for (const storyId of storyIdsOf(changed)) storyIds.add(storyId);
    last = articles.at(-1);
    if (!last) break;
  }
  await recomposeStories(tx, storyIds, now);
}

function hasSameTopics(a: Article, b: Article): boolean {
  const key = ({ topicIds, mutedBy }: Article) => `${topicIds.join()}|${mutedBy.join()}`;
  return key(a) === key(b);
}

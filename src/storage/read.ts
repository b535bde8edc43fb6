/**
 * The read side: the only storage file the UI may import. It never writes; changes are asked of the
 * worker through `messaging/send.ts`.
 */
import type {
  Feed,
  FeedState,
  FrontPage,
  RefreshProgress,
  Story,
  StoryVersion,
  Topic,
} from '../domain/model';
import { byArrival } from '../domain/story/by-arrival';
import { editedAtOf } from '../domain/story/edited';
import { RANKED_MS, rankStories } from '../domain/story/rank';
import { inReadTransaction } from './database';
import { keysOfFeed, readFeedMap, readStoryArticles } from './lookups';
import { readRecord } from './records';
import { plainStory } from './stored-story';
import { type TimedView, takeStories } from './story-views';

export { readRestoreDifferences } from './backup/differences';
export { dumpBackup } from './backup/dump';
export { readCheckLog } from './check-log';
export { type LogEntry, readNotificationLog } from './notification-log';
export { type NamedPreview, previewTopic } from './preview-topic';
export { type Publisher, readPublishers } from './publishers';
export { readReplayMaterial } from './replay-material';
export { readSettings } from './settings';
export { readSnapshots, type SnapshotEntry } from './snapshots';
export type { TimedView } from './story-views';
export { hasRemote } from './sync/area';
export { readSyncStatus } from './sync/state';
export { readTrouble } from './trouble';

export interface FollowedFeed {
  feed: Feed;
  state: FeedState | null;
  /** Stored articles. */
  articleCount: number;
}

export type StoryView =
  | TimedView
  /** Ranked; one page, without an end in time. */
  | { kind: 'top' };

export interface StoryPage {
  stories: Story[];
  /** Pass as `before` for the next page; null at the end. */
  nextBefore: number | null;
}

export interface StoryDetail {
  story: Story;
  /** Every visible article (every one, for a hidden story), in order of arrival. */
  versions: StoryVersion[];
  /** For a hidden story: the muting topics. */
  mutedBy: Topic[];
}

const PAGE_SIZE = 50;

/** A refresh that did not advance for so long is one whose worker died. */
const STALE_MS = 60_000;

/** One record; null before anything was stored. */
export async function readFrontPage(): Promise<FrontPage | null> {
  return inReadTransaction(async (tx) => (await readRecord(tx, 'frontPage')) ?? null);
}

/** The highest ranked stories of the last 36 hours. */
export async function readTopStories(now: number): Promise<StoryPage> {
  return inReadTransaction(async (tx) => {
    const recent = IDBKeyRange.lowerBound(now - RANKED_MS);
    const stories = await tx.objectStore('stories').index('byVisible').getAll(recent);
    const ranked = rankStories(stories, now).slice(0, PAGE_SIZE);
    return { stories: ranked.map(plainStory), nextBefore: null };
  });
}

/** A page of 50 stories, newest first; more where several share the last one's time. */
export async function readStories(view: TimedView, before: number | null): Promise<StoryPage> {
  return inReadTransaction(async (tx) => {
    const from = { before: before ?? Number.MAX_SAFE_INTEGER, count: PAGE_SIZE };
    const { stories, nextBefore } = await takeStories(tx, view, from);
    return { stories: stories.map(plainStory), nextBefore };
  });
}

export async function readStory(storyId: string): Promise<StoryDetail | null> {
  return inReadTransaction(async (tx) => {
    const stored = await tx.objectStore('stories').get(storyId);
    if (!stored) return null;
    const story = plainStory(stored);
    const feeds = await readFeedMap(tx);
    const { articles } = await readStoryArticles(tx, storyId);
    const versions = articles
      .filter((article) => story.isHidden || article.mutedBy.length === 0)
      .filter(({ feedId }) => feeds.get(feedId)?.removedAt === null)
      .sort(byArrival)
      .map((article) => {
        const publisher = feeds.get(article.feedId)?.title ?? '';
        const updatedAt = editedAtOf(article);
        return { ...article, publisher, updatedAt, isEdited: updatedAt !== null };
      });
    const topics = await tx.objectStore('topics').getAll();
    const mutedBy = topics.filter(({ topicId }) => story.mutedBy.includes(topicId));
    return { story, versions, mutedBy };
  });
}

export async function readTopics(): Promise<Topic[]> {
  return inReadTransaction((tx) => tx.objectStore('topics').getAll());
}

/** null when no refresh is running. */
export async function readRefreshProgress(now: number): Promise<RefreshProgress | null> {
  const progress = await inReadTransaction((tx) => readRecord(tx, 'progress'));
  // Either way: the clock may have been set back meanwhile.
  return progress && Math.abs(now - progress.updatedAt) < STALE_MS ? progress : null;
}

export async function countSavedStories(): Promise<number> {
  return inReadTransaction((tx) => tx.objectStore('stories').index('bySaved').count());
}

/** Followed feeds in order of their titles. */
export async function readFeeds(): Promise<FollowedFeed[]> {
  return inReadTransaction(async (tx) => {
    const [feeds, states] = await Promise.all([
      tx.objectStore('feeds').getAll(),
      tx.objectStore('feedStates').getAll(),
    ]);
    const stateOf = new Map(states.map((state) => [state.feedId, state]));
    const articles = tx.objectStore('articles').index('byFeed');
    const followed = await Promise.all(
      feeds
        .filter(({ removedAt }) => removedAt === null)
        .map(async (feed) => ({
          feed,
          state: stateOf.get(feed.feedId) ?? null,
          articleCount: await articles.count(keysOfFeed(feed.feedId)),
        })),
    );
    return followed.sort((a, b) => a.feed.title.localeCompare(b.feed.title));
  });
}

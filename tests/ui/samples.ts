import type {
  FrontPage,
  NotificationRecord,
  Story,
  StoryVersion,
  Topic,
} from '../../src/domain/model';
import type { FollowedFeed, LogEntry } from '../../src/storage/read';

export const HOUR = 3_600_000;
/** A Tuesday noon, local time. */
export const NOW = new Date(2026, 10, 24, 12, 0).getTime();

export interface StorySample extends Partial<Story> {
  title?: string;
  publisher?: string;
  url?: string | null;
  publishedAt?: number;
  updatedAt?: number | null;
  isEdited?: boolean;
  imageUrl?: string | null;
}

export function story(storyId: string, sample: StorySample = {}): Story {
  const { title, publisher, url, publishedAt, updatedAt, isEdited, imageUrl, ...rest } = sample;
  const sortAt = rest.sortAt ?? NOW - HOUR / 2;
  return {
    storyId,
    articleIds: [`${storyId}-a`],
    lead: {
      articleId: `${storyId}-a`,
      feedId: 'feed',
      publisher: publisher ?? 'The Gazette',
      title: title ?? `Headline ${storyId}`,
      url: url === undefined ? `https://gazette.example/${storyId}` : url,
      publishedAt: publishedAt ?? sortAt,
      updatedAt: updatedAt ?? null,
      isEdited: isEdited ?? false,
      imageUrl: imageUrl ?? null,
    },
    publisherCount: 1,
    sortAt,
    isUnread: true,
    isSaved: false,
    isHidden: false,
    topicIds: [],
    mutedBy: [],
    breaking: null,
    ...rest,
  };
}

export function version(sample: Partial<StoryVersion>): StoryVersion {
  return {
    articleId: 'a',
    publisher: 'The Gazette',
    title: 'Headline',
    summary: '',
    url: 'https://gazette.example/a',
    commentsUrl: null,
    author: null,
    publishedAt: NOW - HOUR,
    updatedAt: null,
    arrivedAt: NOW - HOUR,
    isEdited: false,
    revisions: [],
    ...sample,
  };
}

export function topic(topicId: string, sample: Partial<Topic> = {}): Topic {
  return {
    topicId,
    name: topicId,
    query: topicId,
    action: 'follow',
    isNotifying: false,
    publishers: [],
    createdAt: 0,
    untilAt: null,
    endedAt: null,
    ...sample,
  };
}

export function frontPage(sample: Partial<FrontPage> = {}): FrontPage {
  return {
    builtAt: NOW,
    refreshedAt: NOW - 120_000,
    stories: [],
    hasMore: false,
    breaking: [],
    topics: [],
    counters: { unread: 0, saved: 0, unreadByTopic: {}, hiddenByTopic: {} },
    feedCount: 3,
    problems: { failing: 0, permission: 0 },
    ...sample,
  };
}

export function followed(
  feedId: string,
  sample: Partial<FollowedFeed['state']> = {},
): FollowedFeed {
  return {
    feed: {
      feedId,
      feedUrl: `https://${feedId}.example/feed`,
      siteUrl: `https://${feedId}.example/`,
      title: `The ${feedId}`,
      formerUrls: [],
      addedAt: 0,
      checkEveryMs: null,
      trustsKicker: false,
      removedAt: null,
    },
    articleCount: 12,
    state: {
      feedId,
      validators: null,
      answeredUrl: null,
      intervalMs: null,
      freshMs: null,
      skip: null,
      rhythmMs: null,
      brokeAt: null,
      contentHash: null,
      documentAt: null,
      checkedAt: NOW - 120_000,
      succeededAt: NOW - 120_000,
      nextCheckAt: NOW + 20 * 60_000,
      errorCount: 0,
      lastError: null,
      move: null,
      ...sample,
    },
  };
}

/** A line of the log, about a notification with so many headlines. */
export function told(
  storyId: string,
  sample: Partial<NotificationRecord> = {},
  headlines = 1,
): LogEntry {
  const record: NotificationRecord = {
    notificationId: `story:${storyId}`,
    storyIds: [storyId],
    reason: 'breaking',
    because: [],
    occasion: null,
    decidedAt: NOW - HOUR,
    attemptedAt: NOW - HOUR,
    attemptedIn: 'a run',
    shownAt: NOW - HOUR,
    expiredAt: null,
    clickedAt: null,
    closedAt: null,
    mutedAt: null,
    publisherCount: 1,
    spanMs: 0,
    grownAt: null,
    isGrowing: false,
    ...sample,
  };
  const titles = Array.from({ length: headlines }, (_, place) =>
    place === 0 ? `Headline ${storyId}` : `Headline ${storyId} ${place}`,
  );
  return { kind: 'told', at: record.decidedAt, record, titles };
}

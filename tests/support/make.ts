import type { Article, ArticleStatus, Feed, FeedState, Story, Topic } from '../../src/domain/model';

/** Monday 21 November 2011, 10:57 UTC. */
export const NOW = Date.UTC(2011, 10, 21, 10, 57);

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Records with everything set to the plainest value; tests say only what they are about. */
export function makeArticle(change: Partial<Article> = {}): Article {
  return {
    articleId: 'a1',
    feedId: 'f1',
    guid: null,
    url: 'https://rt.example/1',
    title: 'US shoots down Russian missile defense proposals - Rogozin',
    summary: '',
    author: null,
    tags: [],
    imageUrl: null,
    commentsUrl: null,
    publishedAt: NOW,
    updatedAt: null,
    arrivedAt: NOW,
    sortAt: NOW,
    isBacklog: false,
    revisions: [],
    topicIds: [],
    mutedBy: [],
    kicker: null,
    storyId: null,
    ...change,
  };
}

export function makeStatus(change: Partial<ArticleStatus> = {}): ArticleStatus {
  return {
    articleId: 'a1',
    feedId: 'f1',
    arrivedAt: NOW,
    lastSeenAt: NOW,
    readAt: null,
    savedAt: null,
    knownAs: [],
    ...change,
  };
}

export function makeFeed(change: Partial<Feed> = {}): Feed {
  return {
    feedId: 'f1',
    feedUrl: 'https://rt.example/rss/',
    formerUrls: [],
    siteUrl: null,
    title: 'RT News',
    addedAt: NOW,
    checkEveryMs: null,
    trustsKicker: false,
    removedAt: null,
    ...change,
  };
}

export function makeFeedState(change: Partial<FeedState> = {}): FeedState {
  return {
    feedId: 'f1',
    validators: null,
    answeredUrl: null,
    contentHash: null,
    documentAt: null,
    checkedAt: NOW - HOUR,
    succeededAt: NOW - HOUR,
    nextCheckAt: NOW,
    intervalMs: null,
    freshMs: null,
    skip: null,
    rhythmMs: null,
    brokeAt: null,
    errorCount: 0,
    lastError: null,
    move: null,
    ...change,
  };
}

export function makeStory(change: Partial<Story> = {}): Story {
  const storyId = change.storyId ?? 's1';
  return {
    storyId,
    articleIds: ['a1'],
    lead: {
      articleId: 'a1',
      feedId: 'f1',
      publisher: 'RT News',
      title: 'US shoots down Russian missile defense proposals - Rogozin',
      url: 'https://rt.example/1',
      publishedAt: NOW,
      updatedAt: null,
      isEdited: false,
      imageUrl: null,
    },
    publisherCount: 1,
    sortAt: NOW,
    isUnread: true,
    isSaved: false,
    isHidden: false,
    topicIds: [],
    mutedBy: [],
    breaking: null,
    ...change,
  };
}

export function makeTopic(change: Partial<Topic> = {}): Topic {
  return {
    topicId: 't1',
    name: 'Missiles',
    query: 'missile',
    action: 'follow',
    isNotifying: false,
    publishers: [],
    createdAt: NOW,
    untilAt: null,
    endedAt: null,
    ...change,
  };
}

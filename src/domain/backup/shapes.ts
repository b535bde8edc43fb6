import type {
  Article,
  ArticleStatus,
  BreakingDecision,
  BreakingReason,
  HeldStory,
  NotificationRecord,
  Revision,
} from '../model';
import {
  aBoolean,
  aNumber,
  anAddress,
  anId,
  anyOf,
  aText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  type Shape,
} from './shape';

/** Well above what is ever stored (see `article/normalize`), and far below what could harm. */
const TITLE = aText(1_000);
const SUMMARY = aText(4_000);
const NAME = aText(500);
const KEY = aText(2_048);

const revision: Shape<Revision> = recordOf<Revision>({
  title: TITLE,
  summary: SUMMARY,
  replacedAt: aNumber,
});

export const anArticle: Shape<Article> = recordOf<Article>({
  articleId: anId,
  feedId: anId,
  guid: orNull(KEY),
  url: orNull(anAddress),
  title: TITLE,
  summary: SUMMARY,
  author: orNull(NAME),
  tags: listOf(NAME, 50),
  imageUrl: orNull(anAddress),
  commentsUrl: orNull(anAddress),
  publishedAt: orNull(aNumber),
  updatedAt: orNull(aNumber),
  arrivedAt: aNumber,
  sortAt: aNumber,
  isBacklog: aBoolean,
  revisions: listOf(revision, 20),
  topicIds: listOf(anId, 1_000),
  mutedBy: listOf(anId, 1_000),
  kicker: orNull(NAME),
  storyId: orNull(anId),
});

export const aStatus: Shape<ArticleStatus> = recordOf<ArticleStatus>({
  articleId: anId,
  feedId: anId,
  arrivedAt: aNumber,
  lastSeenAt: aNumber,
  readAt: orNull(aNumber),
  savedAt: orNull(aNumber),
  knownAs: listOf(anId, 20),
});

const breakingReason: Shape<BreakingReason> = anyOf<BreakingReason>(
  recordOf({ kind: oneOf('kicker'), word: NAME, publisher: NAME }),
  recordOf({ kind: oneOf('publishers'), count: aNumber, withinMs: aNumber, title: TITLE }),
  recordOf({ kind: oneOf('burst'), ratio: aNumber }),
  recordOf({ kind: oneOf('severity'), word: NAME }),
);

export const aBreakingDecision: Shape<BreakingDecision> = recordOf<BreakingDecision>({
  decidedAt: aNumber,
  reasons: listOf(breakingReason, 20),
});

const REASONS = ['breaking', 'turned', 'corrected', 'topic', 'feed', 'everything'] as const;

export const aNotification: Shape<NotificationRecord> = recordOf<NotificationRecord>({
  notificationId: KEY,
  storyIds: listOf(anId, 1_000),
  reason: oneOf(...REASONS, 'summary'),
  because: listOf(NAME, 100),
  occasion: orNull(oneOf('quiet', 'away')),
  decidedAt: aNumber,
  attemptedAt: orNull(aNumber),
  attemptedIn: orNull(NAME),
  shownAt: orNull(aNumber),
  expiredAt: orNull(aNumber),
  clickedAt: orNull(aNumber),
  closedAt: orNull(aNumber),
  mutedAt: orNull(aNumber),
  publisherCount: aNumber,
  spanMs: aNumber,
  grownAt: orNull(aNumber),
  isGrowing: aBoolean,
});

export const aHeldStory: Shape<HeldStory> = recordOf<HeldStory>({
  heldId: KEY,
  storyId: anId,
  title: TITLE,
  publisher: NAME,
  reason: oneOf(...REASONS),
  because: listOf(NAME, 100),
  heldBack: oneOf(
    ...(['quiet', 'away', 'budget', 'reserve', 'late', 'feed-off', 'topic-off'] as const),
    ...(['seen', 'unwanted'] as const),
  ),
  heldAt: aNumber,
  isWaiting: aBoolean,
  toldAt: orNull(aNumber),
});

/**
 * The words of Dateline as types. All times are epoch milliseconds. Records hold `null`, never
 * `undefined`, for what is not known, so that they survive storage and messages unchanged.
 */
import type { Appearance } from './appearance';
import type { NotificationSettings } from './notify/settings';
import type { SkipTimes } from './refresh/model';

export type {
  FeedState,
  HostPause,
  MoveSighting,
  Pace,
  SkipTimes,
  Validators,
} from './refresh/model';

/** A followed document. */
export interface Feed {
  feedId: string;
  feedUrl: string;
  /** Addresses it had before it moved, oldest first: whoever follows one of them follows this feed. */
  formerUrls: string[];
  siteUrl: string | null;
  /** The publisher's own name for it, or the user's. */
  title: string;
  addedAt: number;
  /** The user's choice of how often to check; null lets the feed's own rhythm decide. */
  checkEveryMs: number | null;
  /** The user takes this publisher's own mark for breaking news, also when no other publisher tells it. */
  trustsKicker: boolean;
  /** Set while a removal can still be undone; the feed is then shown nowhere and not checked. */
  removedAt: number | null;
}

/** A feed found on a page or in a list, not yet followed. */
export interface FeedCandidate {
  feedUrl: string;
  title: string | null;
  siteUrl: string | null;
}

/** A candidate with what the page that names it says of it. */
export interface FoundFeed extends FeedCandidate {
  /** null when only the document itself will tell. */
  format: ParsedFeed['format'] | null;
}

/** What a feed holds, to be looked at before it is followed. */
export interface FeedPreview {
  title: string | null;
  siteUrl: string | null;
  format: ParsedFeed['format'];
  /** The newest few, newest first; `publishedAt` is null where the feed does not say. */
  headlines: { title: string; publishedAt: number | null }[];
  itemCount: number;
}

/** What an OPML document holds for us. */
export interface OpmlReading {
  candidates: FeedCandidate[];
  /** Outlines whose address cannot be used. */
  refused: { title: string; address: string }[];
}

/** What the feed said: untrusted, nothing is required. Texts may still hold markup. */
export interface ParsedItem {
  guid: string | null;
  url: string | null;
  title: string | null;
  summary: string | null;
  author: string | null;
  tags: string[];
  imageUrl: string | null;
  commentsUrl: string | null;
  /** Dates as written by the publisher. */
  published: string | null;
  updated: string | null;
}

export interface ParsedFeed {
  format: 'rss' | 'rdf' | 'atom' | 'json';
  title: string | null;
  siteUrl: string | null;
  /** How long the publisher asks to wait between checks (RSS `ttl`, `sy:update*`), in milliseconds. */
  intervalMs: number | null;
  skip: SkipTimes | null;
  items: ParsedItem[];
}

/** An earlier wording of an edited article. */
export interface Revision {
  title: string;
  summary: string;
  /** When this wording was replaced: the publisher's edited time, else when the change was seen. */
  replacedAt: number;
}

/** Our record made from an item. Texts are plain text, addresses absolute http or https. */
export interface Article {
  articleId: string;
  feedId: string;
  guid: string | null;
  url: string | null;
  title: string;
  summary: string;
  author: string | null;
  tags: string[];
  imageUrl: string | null;
  commentsUrl: string | null;
  /** The publisher's times; null when absent or unreadable, never "now". */
  publishedAt: number | null;
  updatedAt: number | null;
  /** First seen by us. */
  arrivedAt: number;
  /** Position in time: `publishedAt`, but never later than `arrivedAt`; `arrivedAt` when unknown. */
  sortAt: number;
  /** Was there at the first check of its feed: nothing to notify about. */
  isBacklog: boolean;
  /** Oldest first; at most the last ten. */
  revisions: Revision[];
  /** Followed topics it matches. */
  topicIds: string[];
  /** Muting topics it matches; not empty means hidden. */
  mutedBy: string[];
  /** The publisher's own mark that this is breaking, e.g. "BREAKING" or "Срочно"; null without one. */
  kicker: string | null;
  /** null until clustered. */
  storyId: string | null;
}

/** What the user did with an article. Outlives it, so that nothing read returns as new. */
export interface ArticleStatus {
  articleId: string;
  feedId: string;
  arrivedAt: number;
  /** Last time the feed still listed it. */
  lastSeenAt: number;
  readAt: number | null;
  savedAt: number | null;
  /** Other keys the feed listed it under: of its addresses, and of guids it had besides; newest last. */
  knownAs: string[];
}

/** A user's interest: what it catches is shown as a view of its own, or hidden. */
export interface Topic {
  topicId: string;
  name: string;
  /** In the language of `topic/query.ts`; may be blank where `publishers` are named: then all that they write. */
  query: string;
  /** Only what these publishers (`publisherKey`) write; none: all of them. */
  publishers: string[];
  action: 'follow' | 'mute';
  /** Follow only: tell the user about every new match. */
  isNotifying: boolean;
  createdAt: number;
  /** When it is to end; null: never. */
  untilAt: number | null;
  /** When it has ended: it catches nothing any more, and is kept to be used again. */
  endedAt: number | null;
}

/** Why a story is held to be breaking. */
export type BreakingReason =
  /** The publisher's own mark. */
  | { kind: 'kicker'; word: string; publisher: string }
  /** So many publishers told it within that time; most are like the headline `title`. */
  | { kind: 'publishers'; count: number; withinMs: number; title: string }
  /** It is told so many times as often as in the two days before. */
  | { kind: 'burst'; ratio: number }
  /** A word for something grave, as a headline has it. */
  | { kind: 'severity'; word: string };

export interface BreakingDecision {
  decidedAt: number;
  reasons: BreakingReason[];
}

/** Articles of several publishers about one event. Computed from its articles after every change. */
export interface Story {
  storyId: string;
  /** In order of arrival; the first one founded the story. */
  articleIds: string[];
  /** What the row shows. */
  lead: StoryLead;
  /** Distinct publishers with a visible article: several feeds of one site count once. */
  publisherCount: number;
  sortAt: number;
  isUnread: boolean;
  isSaved: boolean;
  /** Not shown: every article is muted or its feed removed. */
  isHidden: boolean;
  topicIds: string[];
  mutedBy: string[];
  breaking: BreakingDecision | null;
}

export interface StoryLead {
  articleId: string;
  feedId: string;
  publisher: string;
  title: string;
  url: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  isEdited: boolean;
  /** The publisher's picture, for who wants pictures. Stories put together by an earlier version lack it. */
  imageUrl?: string | null;
}

/** One publisher's article in an opened story. */
export interface StoryVersion {
  articleId: string;
  publisher: string;
  title: string;
  summary: string;
  url: string | null;
  commentsUrl: string | null;
  author: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  arrivedAt: number;
  isEdited: boolean;
  revisions: Revision[];
}

/** Unread stories, changed in the same transaction as the stories they count. */
export interface Counters {
  unread: number;
  saved: number;
  /** By followed topic. */
  unreadByTopic: Record<string, number>;
  /** Hidden stories by muting topic. */
  hiddenByTopic: Record<string, number>;
}

/** Exactly what the popup shows first: one record, so that its speed does not depend on what is stored. */
export interface FrontPage {
  builtAt: number;
  /** When the last refresh ended; null before the first. */
  refreshedAt: number | null;
  /** Newest first. */
  stories: Story[];
  /** More visible stories are stored than `stories` holds. */
  hasMore: boolean;
  /** Breaking in the last hours, newest first. */
  breaking: Story[];
  topics: Topic[];
  counters: Counters;
  feedCount: number;
  /** Feeds whose last check failed. `permission` of them only wait for access to their site. */
  problems: { failing: number; permission: number };
}

/** How far a running refresh is; stale when `updatedAt` is more than a minute ago (the worker died). */
export interface RefreshProgress {
  startedAt: number;
  updatedAt: number;
  done: number;
  total: number;
}

export type {
  Absence,
  HeldBackReason,
  HeldStory,
  NotificationReason,
  NotificationRecord,
} from './notify/model';

export type NotificationLevel = 'off' | 'breaking' | 'topics' | 'everything';

/** The user's choices other than feeds and topics. */
export interface Settings {
  notificationLevel: NotificationLevel;
  notifications: NotificationSettings;
  appearance: Appearance;
  /** How long articles are kept after they arrived; saved ones always are. */
  keepDays: number;
  /** The user pressed Start once: feeds may be fetched. */
  hasStarted: boolean;
  /** Feeds, topics and settings are the same in the user's other browsers. */
  syncsChoices: boolean;
}

/** What of the choices is to change. */
export type SettingsPatch = Partial<Omit<Settings, 'notifications' | 'appearance'>> & {
  notifications?: Partial<NotificationSettings>;
  appearance?: Partial<Appearance>;
};

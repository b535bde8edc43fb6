import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Snapshot } from '../domain/choices/snapshot';
import type {
  Article,
  ArticleStatus,
  Counters,
  Feed,
  FeedState,
  FrontPage,
  HeldStory,
  HostPause,
  NotificationRecord,
  RefreshProgress,
  Story,
  Topic,
} from '../domain/model';
import type { PresenceRecord } from '../domain/notify/presence';
import type { CheckEntry } from '../domain/refresh/check-log';
import type { WrongTime } from '../domain/refresh/clock';
import type { ReaderCounts } from '../domain/story/reader-counts';
import type { SyncDocument } from '../domain/sync/model';
import type { SyncState } from '../domain/sync/state';

/** A story with the keys of its indexes. A key that is null leaves the story out of that index. */
export interface StoredStory extends Story {
  visibleAt: number | null;
  hiddenAt: number | null;
  savedAt: number | null;
  breakingAt: number | null;
  /** `topicId` and time in one string, since an index cannot be both compound and multi-entry. */
  topicKeys: string[];
}

/** An article that was stored or changed, but not yet taken into its story. */
export interface PendingChange {
  articleId: string;
  /** False for an edit: nothing new to tell. */
  isNew: boolean;
}

/** What a feed's last document listed, in columns: most of the next one is the same. */
export interface Listing {
  feedId: string;
  /** See `signatureOf`. */
  signatures: string[];
  articleIds: string[];
  /** When the status of each article was last written as seen. */
  lastSeenAts: number[];
}

/** The headlines of one hour that are in a story, in columns: thousands are read to place a new one. */
export interface HeadlineHour {
  articleIds: string[];
  feedIds: string[];
  titles: string[];
  urls: (string | null)[];
  sortAts: number[];
  storyIds: string[];
}

/** The key of an index and of its record: several records may share the first. */
export type PlaceInIndex = [key: number, primaryKey: string];

/** What servers said about the device's clock. */
export interface ClockRecord {
  /** The clock at the last refresh: an earlier one now means that it was set back. */
  at: number;
  /** Times at which it was wrong, and are still to be mended. */
  wrong: WrongTime[];
}

/** Articles that were stored since the index was last written, in columns: what waits to be put into it. */
export interface SearchLogEntry {
  articleIds: string[];
  sortAts: number[];
  /** The words of each, in a space before and behind. */
  words: string[];
  /** Signs are among the words; what earlier versions wrote has none. */
  hasSigns?: boolean;
}

/** A part of the index: its documents are numbered by their place. What it says of one may be outdated. */
export interface SearchPart {
  articleIds: string[];
  sortAts: number[];
}

/** What the index consists of. */
export interface SearchIndex {
  parts: PartEntry[];
  nextPart: number;
  /** What was stored before there was an index: articles before this time are not in it. null: all are. */
  missing: { before: number } | null;
}

export interface PartEntry {
  part: number;
  /** The latest time of its documents. */
  newest: number;
  /** When it is next looked through for articles that are gone. */
  reviewAt: number;
  /** Signs are among its words; what earlier versions wrote has none. */
  hasSigns?: boolean;
}

/** Single records, by name. */
export interface Records {
  counters: Counters;
  frontPage: FrontPage;
  progress: RefreshProgress | null;
  /** What the refresh that runs checks, and how many workers died of theirs before it, in a row. */
  underWay: { feedIds: string[]; deaths: number } | null;
  refreshedAt: number;
  /** When the last whole cycle took in what was queued. */
  tidiedAt: number;
  /** What the story index learned of the words in this reader's headlines. */
  termCounts: ReaderCounts;
  presence: PresenceRecord;
  /** Feeds whose statuses were stored before they held other keys; each is mended at its next commit. */
  feedsWithoutKeys: string[];
  /** From when on `headlines` holds all; undefined while it holds none. */
  headlinesSince: number;
  /** How far retention looked through what is old: it begins anew at the end. */
  retained: { article: PlaceInIndex | null; status: PlaceInIndex | null };
  clock: ClockRecord;
  /** For bug reports. */
  checkLog: CheckEntry[];
  /** What this browser agreed on with the others; undefined until it joined them. */
  syncDocument: SyncDocument;
  syncState: SyncState;
}

export interface DatelineSchema extends DBSchema {
  feeds: { key: string; value: Feed };
  feedStates: { key: string; value: FeedState };
  hosts: { key: string; value: HostPause };
  articles: {
    key: string;
    value: Article;
    indexes: { byFeed: [string, number]; byStory: string; byArrival: number; byTime: number };
  };
  statuses: {
    key: string;
    value: ArticleStatus;
    indexes: { byLastSeen: number; byOtherKey: string };
  };
  changes: { key: string; value: PendingChange };
  listings: { key: string; value: Listing };
  /** By the hour, counted from the epoch. */
  headlines: { key: number; value: HeadlineHour };
  stories: {
    key: string;
    value: StoredStory;
    indexes: {
      byVisible: number;
      byHidden: number;
      bySaved: number;
      byBreaking: number;
      byTopic: string;
    };
  };
  topics: { key: string; value: Topic };
  notifications: {
    key: string;
    value: NotificationRecord;
    indexes: { byDecided: number };
  };
  heldStories: { key: string; value: HeldStory; indexes: { byHeld: number } };
  snapshots: { key: string; value: Snapshot; indexes: { byMade: number } };
  searchLog: { key: number; value: SearchLogEntry };
  /** One record; apart from `records`, so that no page waits for the index to be written. */
  searchIndex: { key: 'index'; value: SearchIndex };
  searchParts: { key: number; value: SearchPart };
  /** By bucket and part; see `domain/search/postings`. */
  searchWords: { key: [number, number]; value: string };
  records: { key: string; value: Records[keyof Records] };
}

export type Database = IDBPDatabase<DatelineSchema>;
export type AnyStore = StoreNames<DatelineSchema>;
export type ReadTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'readonly'>;
export type WriteTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'readwrite'>;
export type UpgradeTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'versionchange'>;
export type AnyTransaction = IDBPTransaction<
  DatelineSchema,
  AnyStore[],
  'readonly' | 'readwrite' | 'versionchange'
>;

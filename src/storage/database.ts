import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
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
import type { WrongTime } from '../domain/refresh/clock';
import { troubleOf } from '../domain/storage-trouble';
import type { ReaderCounts } from '../domain/story/reader-counts';

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

/** What servers said about the device's clock. */
export interface ClockRecord {
  /** The clock at the last refresh: an earlier one now means that it was set back. */
  at: number;
  /** Times at which it was wrong, and are still to be mended. */
  wrong: WrongTime[];
}

/** Single records, by name. */
export interface Records {
  counters: Counters;
  frontPage: FrontPage;
  progress: RefreshProgress | null;
  refreshedAt: number;
  /** What the story index learned of the words in this reader's headlines. */
  termCounts: ReaderCounts;
  presence: PresenceRecord;
  /** Feeds whose statuses were stored before they held other keys; each is mended at its next commit. */
  feedsWithoutKeys: string[];
  clock: ClockRecord;
}

interface DatelineSchema extends DBSchema {
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
  records: { key: string; value: Records[keyof Records] };
}

type Database = IDBPDatabase<DatelineSchema>;
type AnyStore = StoreNames<DatelineSchema>;
export type ReadTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'readonly'>;
export type WriteTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'readwrite'>;
type UpgradeTransaction = IDBPTransaction<DatelineSchema, AnyStore[], 'versionchange'>;
export type AnyTransaction = IDBPTransaction<
  DatelineSchema,
  AnyStore[],
  'readonly' | 'readwrite' | 'versionchange'
>;

export const DATABASE_NAME = 'dateline';
const VERSION = 4;

const STORES: AnyStore[] = [
  'feeds',
  'feedStates',
  'hosts',
  'articles',
  'statuses',
  'changes',
  'stories',
  'topics',
  'notifications',
  'heldStories',
  'records',
];

/** Each step brings the database from the version before to its own; steps are never changed once released. */
const UPGRADES: ((database: Database, tx: UpgradeTransaction) => void | Promise<void>)[] = [
  createFirstVersion,
  addPoliteness,
  addOtherKeys,
  createHeldStories,
];

let opening: Promise<Database> | null = null;

/** Opens the database once per context; opens it anew when the browser closed it. */
function openDatabase(): Promise<Database> {
  opening ??= openDB<DatelineSchema>(DATABASE_NAME, VERSION, {
    upgrade: (database, oldVersion, _, tx) => void upgrade(database, oldVersion, tx),
    blocking: closeDatabase,
    terminated: forgetDatabase,
  }).catch((error: unknown) => {
    forgetDatabase();
    throw error;
  });
  return opening;
}

/** All steps or none: one that fails leaves the database as it was, and opening it fails. */
async function upgrade(database: Database, from: number, tx: UpgradeTransaction): Promise<void> {
  try {
    for (const step of UPGRADES.slice(from)) await step(database, tx);
  } catch {
    tx.abort();
  }
}

function forgetDatabase(): void {
  opening = null;
}

/** Lets a newer version upgrade; the next access opens the database anew. */
export async function closeDatabase(): Promise<void> {
  const closing = opening;
  forgetDatabase();
  (await closing)?.close();
}

function createFirstVersion(database: Database): void {
  database.createObjectStore('feeds', { keyPath: 'feedId' });
  database.createObjectStore('feedStates', { keyPath: 'feedId' });
  const articles = database.createObjectStore('articles', { keyPath: 'articleId' });
  articles.createIndex('byFeed', ['feedId', 'sortAt']);
  articles.createIndex('byStory', 'storyId');
  articles.createIndex('byArrival', 'arrivedAt');
  articles.createIndex('byTime', 'sortAt');
  const statuses = database.createObjectStore('statuses', { keyPath: 'articleId' });
  statuses.createIndex('byLastSeen', 'lastSeenAt');
  database.createObjectStore('changes', { keyPath: 'articleId' });
  const stories = database.createObjectStore('stories', { keyPath: 'storyId' });
  stories.createIndex('byVisible', 'visibleAt');
  stories.createIndex('byHidden', 'hiddenAt');
  stories.createIndex('bySaved', 'savedAt');
  stories.createIndex('byBreaking', 'breakingAt');
  stories.createIndex('byTopic', 'topicKeys', { multiEntry: true });
  database.createObjectStore('topics', { keyPath: 'topicId' });
  const notifications = database.createObjectStore('notifications', { keyPath: 'notificationId' });
  notifications.createIndex('byDecided', 'decidedAt');
  database.createObjectStore('records');
}

/** Version 2: moved feeds, the user's intervals, what servers ask for, and hosts that asked for a pause. */
async function addPoliteness(database: Database, tx: UpgradeTransaction): Promise<void> {
  database.createObjectStore('hosts', { keyPath: 'host' });
  for (let at = await tx.objectStore('feeds').openCursor(); at; at = await at.continue()) {
    await at.update({ ...at.value, formerUrls: [], checkEveryMs: null });
  }
  for (let at = await tx.objectStore('feedStates').openCursor(); at; at = await at.continue()) {
    const unknown = { freshMs: null, skip: null, rhythmMs: null, brokeAt: null };
    await at.update({ ...at.value, ...unknown, answeredUrl: null, move: null });
  }
}

/**
 * Version 3: statuses learn other keys. Only the list of feeds is written here: computing the keys of
 * 100,000 articles would keep the popup waiting, so each feed's are computed at its next commit.
 */
async function addOtherKeys(_: Database, tx: UpgradeTransaction): Promise<void> {
  tx.objectStore('statuses').createIndex('byOtherKey', 'knownAs', { multiEntry: true });
  const feedIds = await tx.objectStore('feeds').getAllKeys();
  if (feedIds.length > 0) await tx.objectStore('records').put(feedIds, 'feedsWithoutKeys');
  for (let at = await tx.objectStore('feedStates').openCursor(); at; at = await at.continue()) {
    await at.update({ ...at.value, documentAt: null });
  }
}

/** Version 4: what was held back, with its reason. */
function createHeldStories(database: Database): void {
  const held = database.createObjectStore('heldStories', { keyPath: 'heldId' });
  held.createIndex('byHeld', 'heldAt');
}

/** Runs `work` on one consistent view of all stores. `work` awaits nothing but the transaction. */
export async function inReadTransaction<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
  return work(await begin('readonly'));
}

/** The connection may close between being given and being used, when another context upgrades. */
async function begin<M extends 'readonly' | 'readwrite'>(
  mode: M,
): Promise<IDBPTransaction<DatelineSchema, AnyStore[], M>> {
  try {
    return (await openDatabase()).transaction(STORES, mode);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
    forgetDatabase();
    return (await openDatabase()).transaction(STORES, mode);
  }
}

type Write<T> = (tx: WriteTransaction) => Promise<T>;

/** What to do when a write finds no space. */
interface Remedy {
  makeRoom: Write<void>;
  /** There is none to be made. */
  giveUp(): Promise<void>;
}

let remedy: Remedy | null = null;

/** The worker says so when it starts, since only it writes. */
export function onNoSpace(chosen: Remedy): void {
  remedy = chosen;
}

/**
 * Runs `work` in one transaction: all of its writes happen, or none. `work` awaits nothing but the
 * transaction, or the browser commits it early. Without space left, room is made and `work` runs once more.
 * @throws whatever `work` throws, after everything was rolled back; `QuotaExceededError` on a full disk.
 */
export async function inWriteTransaction<T>(work: Write<T>): Promise<T> {
  try {
    return await write(work);
  } catch (error) {
    if (troubleOf(error) !== 'full') throw error;
    return writeWithRoom(work);
  }
}

async function writeWithRoom<T>(work: Write<T>): Promise<T> {
  try {
    if (remedy) await write(remedy.makeRoom);
    return await write(work);
  } catch (error) {
    if (troubleOf(error) === 'full') await remedy?.giveUp();
    throw error;
  }
}

async function write<T>(work: Write<T>): Promise<T> {
  const tx = await begin('readwrite');
  const done = tx.done;
  done.catch(() => undefined);
  try {
    const result = await work(tx);
    await done;
    return result;
  } catch (error) {
    // A request that failed says less than the transaction that it ended.
    throw tx.error ?? error;
  } finally {
    abortQuietly(tx);
  }
}

function abortQuietly(tx: WriteTransaction): void {
  try {
    tx.abort();
  } catch {
    // Already finished or aborted by the browser itself.
  }
}

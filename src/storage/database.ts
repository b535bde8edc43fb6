import { type IDBPTransaction, openDB } from 'idb';
import { troubleOf } from '../domain/storage-trouble';
import type {
  AnyStore,
  Database,
  DatelineSchema,
  ReadTransaction,
  WriteTransaction,
} from './schema';
import { upgradeDatabase } from './upgrades';
import { DATABASE_NAME, VERSION } from './version';

export type {
  AnyTransaction,
  ClockRecord,
  HeadlineHour,
  Listing,
  PartEntry,
  PendingChange,
  PlaceInIndex,
  ReadTransaction,
  Records,
  SearchIndex,
  SearchLogEntry,
  SearchPart,
  StoredStory,
  WriteTransaction,
} from './schema';

/** What most readers need. They wait for nobody who writes the index of words. */
const READ_STORES: AnyStore[] = [
  'feeds',
  'feedStates',
  'hosts',
  'articles',
  'statuses',
  'changes',
  'listings',
  'headlines',
  'stories',
  'topics',
  'notifications',
  'heldStories',
  'snapshots',
  'records',
];

export const STORES: AnyStore[] = [
  ...READ_STORES,
  ...(['searchLog', 'searchIndex', 'searchParts', 'searchWords'] as const),
];

let opening: Promise<Database> | null = null;

/** Opens the database once per context; opens it anew when the browser closed it. */
function openDatabase(): Promise<Database> {
  opening ??= openDB<DatelineSchema>(DATABASE_NAME, VERSION, {
    upgrade: (database, oldVersion, _, tx) => void upgradeDatabase(database, oldVersion, tx),
    blocking: closeDatabase,
    terminated: forgetDatabase,
  }).catch((error: unknown) => {
    forgetDatabase();
    throw error;
  });
  return opening;
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

/**
 * Runs `work` on one consistent view of these stores. `work` awaits nothing but the transaction.
 * @param stores those that `work` reads: it waits for no write of others. Reading another one throws.
 */
export async function inReadTransaction<T>(
  work: (tx: ReadTransaction) => Promise<T>,
  stores: readonly AnyStore[] = READ_STORES,
): Promise<T> {
  return work(await begin('readonly', stores));
}

/** The connection may close between being given and being used, when another context upgrades. */
async function begin<M extends 'readonly' | 'readwrite'>(
  mode: M,
  stores: readonly AnyStore[],
): Promise<IDBPTransaction<DatelineSchema, AnyStore[], M>> {
  const names = [...stores];
  try {
    return (await openDatabase()).transaction(names, mode);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
    forgetDatabase();
    return (await openDatabase()).transaction(names, mode);
  }
}

type Write<T> = (tx: WriteTransaction) => Promise<T>;

/** What to do when a write finds no space. */
interface Remedy {
  /** Not when it was in vain just now. */
  mayMakeRoom(): Promise<boolean>;
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
 * @param stores those that `work` uses: readers of others need not wait for it. Using another one throws.
 * @throws whatever `work` throws, after everything was rolled back; `QuotaExceededError` on a full disk.
 */
export async function inWriteTransaction<T>(
  work: Write<T>,
  stores: readonly AnyStore[] = STORES,
): Promise<T> {
  try {
    return await write(work, stores);
  } catch (error) {
    if (troubleOf(error) !== 'full') throw error;
    const written = await writeWithRoom(work, stores);
    if (written) return written.result;
    await remedy?.giveUp();
    throw error;
  }
}

/** Null when that fails too: on a disk that is really full, browsers then tell of other errors as well. */
async function writeWithRoom<T>(
  work: Write<T>,
  stores: readonly AnyStore[],
): Promise<{ result: T } | null> {
  try {
    if (remedy && (await remedy.mayMakeRoom())) await write(remedy.makeRoom, STORES);
    return { result: await write(work, stores) };
  } catch {
    return null;
  }
}

async function write<T>(work: Write<T>, stores: readonly AnyStore[]): Promise<T> {
  const tx = await begin('readwrite', stores);
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

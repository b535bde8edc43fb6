/** Many requests at once, of which only the last is waited for: a transaction answers them in order. */
import { type IndexNames, unwrap } from 'idb';
import type { AnyTransaction, WriteTransaction } from './database';
import type { AnyStore, DatelineSchema, PlaceInIndex } from './schema';

type Key<N extends AnyStore> = DatelineSchema[N]['key'];
type Value<N extends AnyStore> = DatelineSchema[N]['value'];

/** The records of these keys, in their order; undefined where there is none. */
export function getMany<N extends AnyStore>(
  tx: AnyTransaction,
  name: N,
  keys: readonly Key<N>[],
): Promise<(Value<N> | undefined)[]> {
  const store = plainStore(tx, name);
  return answersOf(keys.map((key) => store.get(key)));
}

/** For each key all records that an index has under it. */
export function getAllByIndex<N extends AnyStore>(
  tx: AnyTransaction,
  { name, index }: { name: N; index: IndexNames<DatelineSchema, N> },
  keys: readonly IDBValidKey[],
): Promise<Value<N>[][]> {
  const plain = plainStore(tx, name).index(index as string);
  return answersOf(keys.map((key) => plain.getAll(key)));
}

/** The last records of an index, or of a range of it, the last one first. */
export async function getNewest<N extends AnyStore>(
  tx: AnyTransaction,
  place: { name: N; index: IndexNames<DatelineSchema, N>; range?: IDBKeyRange },
  count: number,
): Promise<Value<N>[]> {
  const { name, index, range: query = null } = place;
  const plain = plainStore(tx, name).index(index as string);
  // Firefox before 153 takes no options, and would read from the other end.
  if ('getAllRecords' in plain) {
    const [records = []] = await answersOf([
      (plain as unknown as CountingBack).getAll({ query, count, direction: 'prev' }),
    ]);
    return records;
  }
  return readBackwards(plain.openCursor(query, 'prev'), count);
}

/** Indexes can be read from their end by one request: https://w3c.github.io/IndexedDB/#dom-idbindex-getall */
interface CountingBack {
  getAll(options: { query: IDBKeyRange | null; count: number; direction: 'prev' }): IDBRequest;
}

function readBackwards<T>(
  request: IDBRequest<IDBCursorWithValue | null>,
  count: number,
): Promise<T[]> {
  const records: T[] = [];
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) records.push(cursor.value);
      if (cursor && records.length < count) cursor.continue();
      else resolve(records);
    };
  });
}

/**
 * The next records of an index.
 * @param after where the last call ended; null at the beginning
 * @returns also where this one ended; null at the end
 */
export function readOnwards<N extends AnyStore>(
  tx: AnyTransaction,
  { name, index }: { name: N; index: IndexNames<DatelineSchema, N> },
  { upTo, after, count }: { upTo: number; after: PlaceInIndex | null; count: number },
): Promise<{ records: Value<N>[]; reached: PlaceInIndex | null }> {
  const records: Value<N>[] = [];
  if (after && after[0] > upTo) return Promise.resolve({ records, reached: null });
  const range = after ? IDBKeyRange.bound(after[0], upTo) : IDBKeyRange.upperBound(upTo);
  const request = plainStore(tx, name)
    .index(index as string)
    .openCursor(range);
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve({ records, reached: null });
      const place = [cursor.key, cursor.primaryKey] as PlaceInIndex;
      if (after && place[0] === after[0] && place[1] < after[1]) {
        return cursor.continuePrimaryKey(after[0], after[1]);
      }
      if (!after || place[0] !== after[0] || place[1] !== after[1]) records.push(cursor.value);
      if (records.length >= count) return resolve({ records, reached: place });
      cursor.continue();
    };
  });
}

/**
 * Stores records; whether that succeeded is the transaction's to say.
 * @param keys for stores whose records do not hold their own
 */
export function putMany<N extends AnyStore>(
  tx: WriteTransaction,
  name: N,
  records: readonly Value<N>[],
  keys: readonly Key<N>[] = [],
): void {
  const store = plainStore(tx, name);
  for (const [index, record] of records.entries()) store.put(record, keys[index]);
}

/** Removes the records of these keys; whether that succeeded is the transaction's to say. */
export function deleteMany<N extends AnyStore>(
  tx: WriteTransaction,
  name: N,
  keys: readonly Key<N>[],
): void {
  const store = plainStore(tx, name);
  for (const key of keys) store.delete(key);
}

/** Promises for each of many requests would cost as much as the requests. */
function plainStore(tx: AnyTransaction, name: AnyStore): IDBObjectStore {
  return unwrap(tx.objectStore(name)) as unknown as IDBObjectStore;
}

function answersOf<T>(requests: IDBRequest<T>[]): Promise<T[]> {
  const last = requests.at(-1);
  if (!last) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    last.onsuccess = () => resolve(requests.map(({ result }) => result));
    for (const request of requests) request.onerror = () => reject(request.error);
  });
}

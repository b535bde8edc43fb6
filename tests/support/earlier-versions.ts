/**
 * The database as earlier versions of its schema made it, written out in plain IndexedDB so that it stays as it
 * was whatever becomes of the code.
 */

export function openFirstVersion(): Promise<IDBDatabase> {
  return openVersion(1, ({ result }) => createStores(result));
}

/** As version 2 made it. */
export function openSecondVersion(): Promise<IDBDatabase> {
  return openVersion(2, createSecondStores);
}

/** As version 3 made it. */
export function openThirdVersion(): Promise<IDBDatabase> {
  return openVersion(3, (opening) => {
    createSecondStores(opening);
    const { result } = opening;
    result.createObjectStore('listings', { keyPath: 'feedId' });
    result.createObjectStore('headlines');
    result
      .createObjectStore('snapshots', { keyPath: 'snapshotId' })
      .createIndex('byMade', 'madeAt');
  });
}

function createSecondStores({ result, transaction }: IDBOpenDBRequest): void {
  createStores(result);
  result.createObjectStore('heldStories', { keyPath: 'heldId' }).createIndex('byHeld', 'heldAt');
  result.createObjectStore('hosts', { keyPath: 'host' });
  const statuses = transaction?.objectStore('statuses');
  statuses?.createIndex('byOtherKey', 'knownAs', { multiEntry: true });
}

function openVersion(
  version: number,
  create: (opening: IDBOpenDBRequest) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dateline', version);
    opening.onupgradeneeded = () => create(opening);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore('feeds', { keyPath: 'feedId' });
  database.createObjectStore('feedStates', { keyPath: 'feedId' });
  const articles = database.createObjectStore('articles', { keyPath: 'articleId' });
  articles.createIndex('byFeed', ['feedId', 'sortAt']);
  articles.createIndex('byStory', 'storyId');
  articles.createIndex('byArrival', 'arrivedAt');
  articles.createIndex('byTime', 'sortAt');
  database
    .createObjectStore('statuses', { keyPath: 'articleId' })
    .createIndex('byLastSeen', 'lastSeenAt');
  database.createObjectStore('changes', { keyPath: 'articleId' });
  const stories = database.createObjectStore('stories', { keyPath: 'storyId' });
  stories.createIndex('byVisible', 'visibleAt');
  stories.createIndex('byHidden', 'hiddenAt');
  stories.createIndex('bySaved', 'savedAt');
  stories.createIndex('byBreaking', 'breakingAt');
  stories.createIndex('byTopic', 'topicKeys', { multiEntry: true });
  database.createObjectStore('topics', { keyPath: 'topicId' });
  database
    .createObjectStore('notifications', { keyPath: 'notificationId' })
    .createIndex('byDecided', 'decidedAt');
  database.createObjectStore('records');
}

/** Puts records into stores, each list under the name of its store. */
export function fill(database: IDBDatabase, contents: Record<string, object[]>): Promise<void> {
  const names = Object.keys(contents);
  const tx = database.transaction(names, 'readwrite');
  for (const name of names)
    for (const record of contents[name] ?? []) tx.objectStore(name).put(record);
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}

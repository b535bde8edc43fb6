import type { Database, UpgradeTransaction } from './schema';

export { VERSION } from './version';

/** Each step brings the database from the version before to its own; steps are never changed once released. */
const UPGRADES: ((database: Database, tx: UpgradeTransaction) => void | Promise<void>)[] = [
  createFirstVersion,
  createSecondVersion,
  createThirdVersion,
  createFourthVersion,
];

/** All steps or none: one that fails leaves the database as it was, and opening it fails. */
export async function upgradeDatabase(
  database: Database,
  from: number,
  tx: UpgradeTransaction,
): Promise<void> {
  try {
    for (const step of UPGRADES.slice(from)) await step(database, tx);
  } catch {
    tx.abort();
  }
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

async function createSecondVersion(database: Database, tx: UpgradeTransaction): Promise<void> {
  createHeldStories(database);
  await addPoliteness(database, tx);
  await addOtherKeys(tx);
}

/** Moved feeds, the user's intervals, what servers ask for, and hosts that asked for a pause. */
async function addPoliteness(database: Database, tx: UpgradeTransaction): Promise<void> {
  database.createObjectStore('hosts', { keyPath: 'host' });
  for (let at = await tx.objectStore('feeds').openCursor(); at; at = await at.continue()) {
    await at.update({ ...at.value, formerUrls: [], checkEveryMs: null });
  }
  for (let at = await tx.objectStore('feedStates').openCursor(); at; at = await at.continue()) {
    const unknown = { freshMs: null, skip: null, rhythmMs: null, brokeAt: null, documentAt: null };
    await at.update({ ...at.value, ...unknown, answeredUrl: null, move: null });
  }
}

/**
 * Statuses learn other keys. Only the list of feeds is written here: computing the keys of
 * 100,000 articles would keep the popup waiting, so each feed's are computed at its next commit.
 */
async function addOtherKeys(tx: UpgradeTransaction): Promise<void> {
  tx.objectStore('statuses').createIndex('byOtherKey', 'knownAs', { multiEntry: true });
  const feedIds = await tx.objectStore('feeds').getAllKeys();
  if (feedIds.length > 0) await tx.objectStore('records').put(feedIds, 'feedsWithoutKeys');
}

/** What was held back, with its reason. */
function createHeldStories(database: Database): void {
  const held = database.createObjectStore('heldStories', { keyPath: 'heldId' });
  held.createIndex('byHeld', 'heldAt');
}

async function createThirdVersion(database: Database, tx: UpgradeTransaction): Promise<void> {
  // Both are filled as feeds are checked: nothing is computed while a page waits.
  database.createObjectStore('listings', { keyPath: 'feedId' });
  database.createObjectStore('headlines');
  const snapshots = database.createObjectStore('snapshots', { keyPath: 'snapshotId' });
  snapshots.createIndex('byMade', 'madeAt');
  await addTrust(tx);
  await addAims(tx);
}

/** A publisher's own mark alone no longer makes breaking news, unless the user trusts it. */
async function addTrust(tx: UpgradeTransaction): Promise<void> {
  for (let at = await tx.objectStore('feeds').openCursor(); at; at = await at.continue()) {
    await at.update({ ...at.value, trustsKicker: false });
  }
}

/** Topics of certain publishers, and for a time. */
async function addAims(tx: UpgradeTransaction): Promise<void> {
  for (let at = await tx.objectStore('topics').openCursor(); at; at = await at.continue()) {
    await at.update({ ...at.value, publishers: [], untilAt: null, endedAt: null });
  }
}

/** What is stored already is put into the index in steps, later: nothing is computed while a page waits. */
async function createFourthVersion(database: Database, tx: UpgradeTransaction): Promise<void> {
  database.createObjectStore('searchLog', { autoIncrement: true });
  const index = database.createObjectStore('searchIndex');
  database.createObjectStore('searchParts');
  database.createObjectStore('searchWords');
  const total = await tx.objectStore('articles').count();
  const missing = total > 0 ? { before: Number.MAX_SAFE_INTEGER } : null;
  await index.put({ parts: [], nextPart: 0, missing }, 'index');
}

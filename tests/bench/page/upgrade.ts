/**
 * Runs in a page of the extension: fills its store as the first version did, and opens it as this one does.
 */

import { feedIdOf } from '../../../src/domain/article/identity';
import { inReadTransaction } from '../../../src/storage/database';
import { addMissingKeys } from '../../../src/storage/known-articles';
import { readFrontPage } from '../../../src/storage/read';
import { fill, openFirstVersion } from '../../support/earlier-versions';
import { makeFeed, makeFeedState } from '../../support/make';
import { batchesOf, feedUrls } from './records';

/** Instead of what the extension has stored. */
async function fillFirstVersion(count: number): Promise<void> {
  const now = Date.now();
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('dateline');
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
  const database = await openFirstVersion();
  const feeds = feedUrls.map((feedUrl) => makeFeed({ feedId: feedIdOf(feedUrl), feedUrl }));
  const states = feeds.map(({ feedId }) => makeFeedState({ feedId, nextCheckAt: now * 2 }));
  await fill(database, {
    feeds: feeds.map(({ formerUrls, checkEveryMs, ...feed }) => feed),
    feedStates: states.map(
      ({ answeredUrl, documentAt, freshMs, skip, rhythmMs, brokeAt, move, ...state }) => state,
    ),
  });
  for (const { articles, statuses, stories } of batchesOf(count, feeds, now)) {
    const marks = statuses.map(({ knownAs, ...status }) => status);
    await fill(database, { articles, statuses: marks, stories });
  }
  database.close();
}

/** What an open popup would wait for. @returns milliseconds. */
async function open(): Promise<number> {
  const begin = performance.now();
  await readFrontPage();
  return performance.now() - begin;
}

/** What the first commit of one feed computes. @returns milliseconds. */
async function addKeys(): Promise<number> {
  const begin = performance.now();
  await addMissingKeys(feedIdOf(feedUrls[0] ?? ''));
  return performance.now() - begin;
}

/** How many articles, and how many are known by their address. */
function count(): Promise<{ articles: number; keys: number }> {
  return inReadTransaction(async (tx) => ({
    articles: await tx.objectStore('articles').count(),
    keys: await tx.objectStore('statuses').index('byOtherKey').count(),
  }));
}

const bench = { fillFirstVersion, open, addKeys, count };
export type UpgradeBench = typeof bench;

Object.assign(globalThis, { datelineUpgrade: bench });

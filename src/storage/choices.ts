import type { Choices, ChoicesChange } from '../domain/choices/model';
import type { JsonObject } from '../domain/json';
import type { Feed } from '../domain/model';
import { hostOf } from '../domain/refresh/pause';
import { reclassify } from './articles';
import { deleteMany, getMany, putMany } from './batch';
import type { AnyTransaction, WriteTransaction } from './database';
import { newFeedState } from './feed-states';
import { writeFrontPage } from './front-page';
import { readPauses } from './hosts';
import { readFeedArticles, storyIdsOf } from './lookups';
import { joinFeeds } from './move-feed';
import { recomposeStories } from './stories';
import { noteRemovedTopics } from './sync/removals';

/** @param settings as stored; they are not in the database */
export async function readChoices(tx: AnyTransaction, settings: JsonObject): Promise<Choices> {
  const [feeds, topics] = await Promise.all([
    tx.objectStore('feeds').getAll(),
    tx.objectStore('topics').getAll(),
  ]);
  return { feeds, topics, settings };
}

/**
 * Changes feeds and topics, and all that is shown of them; the settings are the caller's. A feed that is removed
 * is kept for as long as its removal can be undone.
 */
export async function applyChange(
  tx: WriteTransaction,
  change: ChoicesChange,
  now: number,
): Promise<void> {
  const storyIds = [
    ...(await putFeeds(tx, change.putFeeds, now)),
    ...(await removeFeeds(tx, change.removeFeedIds, now)),
  ];
  for (const { from, into } of change.joinFeeds) await joinFeeds(tx, { from, into, now });
  putMany(tx, 'topics', change.putTopics);
  deleteMany(tx, 'topics', change.removeTopicIds);
  await noteRemovedTopics(tx, change.removeTopicIds, now);
  if (change.putTopics.length + change.removeTopicIds.length > 0) {
    await reclassify(tx, await tx.objectStore('topics').getAll(), now);
  }
  if (storyIds.length > 0) await recomposeStories(tx, storyIds, now);
  else await writeFrontPage(tx, now);
}

async function putFeeds(tx: WriteTransaction, feeds: Feed[], now: number): Promise<string[]> {
  const feedIds = feeds.map(({ feedId }) => feedId);
  const states = await getMany(tx, 'feedStates', feedIds);
  const pauses = await readPauses(tx);
  putMany(tx, 'feeds', feeds);
  const unknown = feeds.filter((_, index) => states[index] === undefined);
  const fresh = unknown.map(({ feedId, feedUrl }) => ({
    ...newFeedState(feedId, now),
    nextCheckAt: Math.max(now, pauses.get(hostOf(feedUrl)) ?? 0),
  }));
  putMany(tx, 'feedStates', fresh);
  return storyIdsOfFeeds(tx, feedIds);
}

async function removeFeeds(
  tx: WriteTransaction,
  feedIds: string[],
  now: number,
): Promise<string[]> {
  const feeds = await getMany(tx, 'feeds', feedIds);
  const removed = feeds.flatMap((feed) => (feed ? [{ ...feed, removedAt: now }] : []));
  putMany(tx, 'feeds', removed);
  return storyIdsOfFeeds(tx, feedIds);
}

async function storyIdsOfFeeds(tx: WriteTransaction, feedIds: string[]): Promise<string[]> {
  const articles = await Promise.all(feedIds.map((feedId) => readFeedArticles(tx, feedId)));
  return storyIdsOf(articles.flat());
}

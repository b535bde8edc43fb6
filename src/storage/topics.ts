import type { Topic } from '../domain/model';
import { endTopics } from '../domain/topic/end';
import { reclassify } from './articles';
import { inReadTransaction, inWriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { noteRemovedTopics } from './sync/removals';

export async function readTopic(topicId: string): Promise<Topic | undefined> {
  return inReadTransaction((tx) => tx.objectStore('topics').get(topicId));
}

/** Stores a topic and applies it to everything stored, in one transaction. */
export async function putTopic(topic: Topic, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    await tx.objectStore('topics').put(topic);
    await reclassify(tx, await tx.objectStore('topics').getAll(), now);
  });
}

/** Changes only whether it notifies: what it catches stays as it is. */
export async function setTopicNotifying(topicId: string, isNotifying: boolean, now: number) {
  await inWriteTransaction(async (tx) => {
    const topic = await tx.objectStore('topics').get(topicId);
    if (!topic) return;
    await tx.objectStore('topics').put({ ...topic, isNotifying });
    await writeFrontPage(tx, now);
  });
}

/**
 * Ends the topics whose time is over: what they hid shows again.
 * @returns whether there were any.
 */
export async function endDueTopics(now: number): Promise<boolean> {
  const isDue = await inReadTransaction(
    async (tx) => endTopics(await tx.objectStore('topics').getAll(), now).length > 0,
    ['topics'],
  );
  if (!isDue) return false;
  await inWriteTransaction(async (tx) => {
    const topics = tx.objectStore('topics');
    for (const topic of endTopics(await topics.getAll(), now)) await topics.put(topic);
    await reclassify(tx, await topics.getAll(), now);
  });
  return true;
}

export async function deleteTopic(topicId: string, now: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    await tx.objectStore('topics').delete(topicId);
    await noteRemovedTopics(tx, [topicId], now);
    await reclassify(tx, await tx.objectStore('topics').getAll(), now);
  });
}

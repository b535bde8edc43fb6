import { aimOf } from '../choices/aim';
import type { Topic } from '../model';
import { plainValues, topicValues } from './fields';
import { isKept } from './merge';
import { isTopicKey, type SyncDocument, topicKey } from './model';

/** Topics of a browser that joins which the others have too, under another id: they are not listed twice. */
export function twinTopics(topics: Topic[], { entries }: SyncDocument): Set<Topic> {
  const kept = Object.entries(entries).filter(
    ([key, entry]) => isTopicKey(key) && isKept(key, entry),
  );
  const aims = new Set(kept.map(([, entry]) => aimOf(plainValues(entry))));
  return new Set(
    topics.filter(
      (topic) =>
        entries[topicKey(topic.topicId)] === undefined && aims.has(aimOf(topicValues(topic))),
    ),
  );
}

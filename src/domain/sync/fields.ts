import type { Json, JsonObject } from '../json';
import type { Feed, Topic } from '../model';
import type { Entry, Field } from './model';
import type { Stamp } from './stamp';

/** What each browser knows for itself: the id is the entry's, and a removal is the entry's too. */
const OWN_OF_FEED = ['feedId', 'removedAt'];
/** Each browser ends a topic by itself when its time has come. */
const OWN_OF_TOPIC = ['topicId', 'endedAt'];

/** The values of a feed that browsers share; also those that only a newer version understands. */
export function feedValues(feed: Feed): JsonObject {
  return without(feed, OWN_OF_FEED);
}

export function topicValues(topic: Topic): JsonObject {
  return without(topic, OWN_OF_TOPIC);
}

function without(record: object, names: string[]): JsonObject {
  const shared = Object.entries(record).filter(([name]) => !names.includes(name));
  return Object.fromEntries(shared) as JsonObject;
}

/** Gives some values the time of their choice. */
export function stamped(values: Record<string, Json>, at: Stamp): Record<string, Field> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, at }]));
}

export function plainValues({ fields }: Pick<Entry, 'fields'>): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

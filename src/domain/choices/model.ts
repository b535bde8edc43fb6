import type { JsonObject } from '../json';
import type { Feed, Topic } from '../model';

/** What the user chose, and what a new browser would have to be told: everything but what was read. */
export interface Choices {
  feeds: Feed[];
  topics: Topic[];
  /** As stored: also what a newer version put there and this one does not understand. */
  settings: JsonObject;
}

/** `replace`: exactly the feeds, topics and settings of a backup; `add`: what is here stays, and the rest comes. */
export type RestoreMode = 'add' | 'replace';

/** What has to be done to get from one set of choices to another. */
export interface ChoicesChange {
  /** New ones, those that come back, and those of which something changed. */
  putFeeds: Feed[];
  /** Both are followed here, and are one feed there: `from` becomes part of `into`. */
  joinFeeds: { from: string; into: string }[];
  removeFeedIds: string[];
  putTopics: Topic[];
  removeTopicIds: string[];
  /** null: they stay as they are. */
  settings: JsonObject | null;
}

export function isEmptyChange(change: ChoicesChange): boolean {
  const { settings, ...lists } = change;
  return settings === null && Object.values(lists).every((list) => list.length === 0);
}

/** Whether it takes away anything that the user may miss. */
export function takesAway({ removeFeedIds, removeTopicIds }: ChoicesChange): boolean {
  return removeFeedIds.length + removeTopicIds.length > 0;
}

import type { Json } from '../json';
import type { Stamp } from './stamp';

/**
 * What the browsers of one person agree on: an entry for each feed and topic that any of them ever had, and one
 * for the settings. Two documents can always be merged, in any order and any number of times, and an entry
 * that is missing from one says nothing: only `removedAt` takes anything away.
 */
export interface SyncDocument {
  entries: Record<EntryKey, Entry>;
}

/** `f/` and a feed's id, `t/` and a topic's id, or `s` for the settings. */
export type EntryKey = string;

export interface Entry {
  fields: Record<string, Field>;
  /** When it was removed last; what was changed later is kept all the same. */
  removedAt: Stamp | null;
}

/** A value, and when the user chose it. */
export interface Field {
  value: Json;
  at: Stamp;
}

export const SETTINGS_KEY: EntryKey = 's';

export const EMPTY_DOCUMENT: SyncDocument = { entries: {} };

export const isEmptyDocument = ({ entries }: SyncDocument): boolean =>
  Object.keys(entries).length === 0;

export const feedKey = (feedId: string): EntryKey => `f/${feedId}`;
export const topicKey = (topicId: string): EntryKey => `t/${topicId}`;
export const isFeedKey = (key: EntryKey): boolean => key.startsWith('f/');
export const isTopicKey = (key: EntryKey): boolean => key.startsWith('t/');
/** The id of the feed or topic. */
export const idOfKey = (key: EntryKey): string => key.slice(2);

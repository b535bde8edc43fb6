import { feedIdOf } from '../article/identity';
import { isId } from '../choices/sanitize';
import { isJsonObject, type Json, type JsonObject } from '../json';
import {
  type Entry,
  type EntryKey,
  type Field,
  feedKey,
  idOfKey,
  isFeedKey,
  isTopicKey,
  SETTINGS_KEY,
  type SyncDocument,
} from './model';
import { isStamp } from './stamp';

/** Stands for a key that can be computed from the feed's first address: a hash cannot be compressed. */
const COMPUTED = 'f';

const MOST_NAME = 200;

/** Entries as compact JSON: `[key, removedAt or 0, { stamp: { name: value } }]` each, since most fields share a time. */
export function encodeEntries(entries: [EntryKey, Entry][]): string {
  return JSON.stringify(entries.map(encodeEntry));
}

function encodeEntry([key, { fields, removedAt }]: [EntryKey, Entry]): Json {
  const byStamp: Record<string, JsonObject> = {};
  for (const [name, { value, at }] of Object.entries(fields)) {
    byStamp[at] = { ...byStamp[at], [name]: value };
  }
  return [isComputed(key, fields) ? COMPUTED : key, removedAt ?? 0, byStamp];
}

function isComputed(key: EntryKey, fields: Record<string, Field>): boolean {
  return isFeedKey(key) && computedKey(fields) === key;
}

function computedKey(fields: Record<string, Field>): EntryKey | null {
  const former = fields['formerUrls']?.value;
  const first = Array.isArray(former) && former.length > 0 ? former[0] : fields['feedUrl']?.value;
  return typeof first === 'string' ? feedKey(feedIdOf(first)) : null;
}

/**
 * Reads what `encodeEntries` wrote.
 * @returns null when it is anything else
 */
export function decodeEntries(text: string): SyncDocument | null {
  const list = parseJson(text);
  if (!Array.isArray(list)) return null;
  const entries: Record<EntryKey, Entry> = {};
  for (const written of list) {
    const read = decodeEntry(written);
    if (!read) return null;
    entries[read.key] = read.entry;
  }
  return { entries };
}

function decodeEntry(written: Json): { key: EntryKey; entry: Entry } | null {
  if (!Array.isArray(written)) return null;
  const [name, removed = 0, byStamp] = written;
  if (!isJsonObject(byStamp) || (removed !== 0 && !isStamp(removed))) return null;
  const fields = decodeFields(byStamp);
  if (!fields) return null;
  const key = name === COMPUTED ? computedKey(fields) : name;
  if (!isEntryKey(key)) return null;
  return { key, entry: { fields, removedAt: removed === 0 ? null : removed } };
}

function decodeFields(byStamp: JsonObject): Record<string, Field> | null {
  const fields: Record<string, Field> = {};
  for (const [at, values] of Object.entries(byStamp)) {
    if (!isStamp(at) || !isJsonObject(values)) return null;
    for (const [name, value] of Object.entries(values)) {
      if (name.length > MOST_NAME || name === '__proto__') return null;
      fields[name] = { value, at };
    }
  }
  return fields;
}

function isEntryKey(key: Json | undefined): key is EntryKey {
  if (typeof key !== 'string') return false;
  return key === SETTINGS_KEY || ((isFeedKey(key) || isTopicKey(key)) && isId(idOfKey(key)));
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

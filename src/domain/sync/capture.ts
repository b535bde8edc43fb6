import type { Choices } from '../choices/model';
import { isSameJson, type Json, type JsonObject } from '../json';
import type { Feed, Topic } from '../model';
import { feedValues, stamped, topicValues } from './fields';
import { type FoundGroups, findGroups } from './find-groups';
import { isKept, latestStamp, mergeDocuments, mergeEntries } from './merge';
import {
  type Entry,
  type EntryKey,
  type Field,
  feedKey,
  SETTINGS_KEY,
  type SyncDocument,
  topicKey,
} from './model';
import { isTakenAway, leavesOf } from './settings-leaves';
import { earliestStamp, nextStamp, type Stamp } from './stamp';
import { twinTopics } from './twin-topics';

export interface CaptureInput {
  local: Choices;
  /** What this browser and the others agreed on last; null when it joins them now. */
  base: SyncDocument | null;
  remote: SyncDocument;
  now: number;
  browserId: string;
}

interface Capture {
  base: SyncDocument;
  /** Base and remote. */
  known: SyncDocument;
  isJoining: boolean;
  /** When what changed here was chosen: after all that is known. */
  at: Stamp;
  earliest: Stamp;
  changes: Record<EntryKey, Entry>;
}

/**
 * Merges what other browsers say with what the user changed here since the last time. What is simply not there
 * is no change: only a removal that was said (`removedAt`, `withRemovals`) is one. A browser that joins adds what
 * the others do not have and takes over the rest.
 */
export function captureChanges(input: CaptureInput): SyncDocument {
  const { local, now, browserId, remote } = input;
  const base = input.base ?? { entries: {} };
  const known = mergeDocuments(base, remote);
  const capture: Capture = {
    base,
    known,
    isJoining: input.base === null,
    at: nextStamp(latestStamp(known), now, browserId),
    earliest: earliestStamp(browserId),
    changes: {},
  };
  captureFeeds(capture, local.feeds);
  const twins = capture.isJoining ? twinTopics(local.topics, remote) : new Set<Topic>();
  for (const topic of local.topics) {
    if (twins.has(topic))
      add(capture, topicKey(topic.topicId), { fields: {}, removedAt: capture.at });
    else captureTopic(capture, topic);
  }
  captureSettings(capture, local.settings);
  return mergeDocuments(known, { entries: capture.changes });
}

/** Says that these were removed now. */
export function withRemovals(
  document: SyncDocument,
  keys: EntryKey[],
  { now, browserId }: Pick<CaptureInput, 'now' | 'browserId'>,
): SyncDocument {
  const removedAt = nextStamp(latestStamp(document), now, browserId);
  const removals = keys.map((key) => [key, { fields: {}, removedAt }] as const);
  return mergeDocuments(document, { entries: Object.fromEntries(removals) });
}

function captureFeeds(capture: Capture, feeds: Feed[]): void {
  const before = findGroups(capture.base);
  const known = findGroups(capture.known);
  const inUse = new Set(
    feeds.filter(({ removedAt }) => removedAt === null).map((feed) => before(feed)),
  );
  for (const feed of feeds) {
    if (feed.removedAt === null) captureFeed(capture, feed, { before, known });
    else {
      const group = before(feed);
      if (!group || inUse.has(group)) continue;
      for (const key of group.keys) add(capture, key, { fields: {}, removedAt: capture.at });
    }
  }
}

function captureFeed(
  capture: Capture,
  feed: Feed,
  { before, known }: { before: FoundGroups; known: FoundGroups },
): void {
  const keys = (before(feed) ?? known(feed))?.keys ?? [feedKey(feed.feedId)];
  const values = feedValues(feed);
  const fields = { before: before(feed)?.fields, known: known(feed)?.fields };
  for (const key of keys) captureValues(capture, { key, values, fields, sign: 'addedAt' });
}

function captureTopic(capture: Capture, topic: Topic): void {
  const key = topicKey(topic.topicId);
  const fieldsIn = ({ entries }: SyncDocument) => {
    const entry = entries[key];
    return entry && isKept(key, entry) ? entry.fields : undefined;
  };
  const fields = { before: fieldsIn(capture.base), known: fieldsIn(capture.known) };
  captureValues(capture, { key, values: topicValues(topic), fields, sign: 'createdAt' });
}

/** @param sign the field that says, given a new time, that the user has it although it was removed elsewhere */
function captureValues(
  capture: Capture,
  {
    key,
    values,
    fields: { before, known },
    sign,
  }: {
    key: EntryKey;
    values: JsonObject;
    fields: { before: Record<string, Field> | undefined; known: Record<string, Field> | undefined };
    sign: string;
  },
): void {
  if (before) {
    const changed = pick(values, (name, value) =>
      [before, known].every((fields) => !isSameJson(fields?.[name]?.value ?? null, value)),
    );
    add(capture, key, { fields: stamped(changed, capture.at), removedAt: null });
    return;
  }
  const missing = pick(values, (name) => known?.[name] === undefined);
  const at = capture.isJoining || known ? capture.earliest : capture.at;
  const entry = { fields: stamped(missing, at), removedAt: null };
  add(capture, key, entry);
  const removed = capture.known.entries[key];
  if (removed && !isKept(key, mergeEntries(removed, entry))) {
    const revived = pick(values, (name) => name === sign);
    add(capture, key, { fields: stamped(revived, capture.at), removedAt: null });
  }
}

function captureSettings(capture: Capture, settings: JsonObject): void {
  const before = capture.base.entries[SETTINGS_KEY]?.fields ?? {};
  const known = capture.known.entries[SETTINGS_KEY]?.fields ?? {};
  const leaves = leavesOf(settings);
  const changed = pick(leaves, (path, value) =>
    [before, known].every(({ [path]: field }) => !field || !isSameJson(field.value, value)),
  );
  const isNew = (path: string) => capture.isJoining && known[path] === undefined;
  const chosen = pick(changed, (path) => !capture.isJoining || isNew(path));
  const takenAway = pick(
    Object.fromEntries(Object.keys(before).map((path) => [path, null])),
    (path) =>
      leaves[path] === undefined && known[path]?.value !== null && isTakenAway(path, settings),
  );
  const at = capture.isJoining ? capture.earliest : capture.at;
  const fields = stamped({ ...chosen, ...takenAway }, at);
  add(capture, SETTINGS_KEY, { fields, removedAt: null });
}

function add({ changes }: Capture, key: EntryKey, entry: Entry): void {
  if (entry.removedAt === null && Object.keys(entry.fields).length === 0) return;
  const other = changes[key];
  changes[key] = other ? mergeEntries(other, entry) : entry;
}

function pick(
  values: Record<string, Json>,
  isWanted: (name: string, value: Json) => boolean,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => isWanted(name, value)),
  );
}

import { isSameJson } from '../json';
import { type Entry, type EntryKey, type Field, isFeedKey, type SyncDocument } from './model';
import type { Stamp } from './stamp';

/** Fields of a feed that change by themselves, when a publisher moves it: no sign that the user wants it. */
const AUTOMATIC = new Set(['feedUrl', 'formerUrls', 'siteUrl']);

/**
 * What both documents say together. Of each field the later value counts; a removal counts until something
 * is chosen later. Commutative, associative and idempotent.
 */
export function mergeDocuments(a: SyncDocument, b: SyncDocument): SyncDocument {
  const entries: Record<EntryKey, Entry> = { ...a.entries };
  for (const [key, entry] of Object.entries(b.entries)) {
    const other = entries[key];
    entries[key] = other ? mergeEntries(other, entry) : entry;
  }
  return { entries };
}

export function mergeEntries(a: Entry, b: Entry): Entry {
  const fields: Record<string, Field> = { ...a.fields };
  for (const [name, field] of Object.entries(b.fields)) {
    const other = fields[name];
    fields[name] = other && isLater(other, field) ? other : field;
  }
  return { fields, removedAt: laterStamp(a.removedAt, b.removedAt) };
}

/** Two browsers can have one name, when a profile was copied: then the text decides, alike everywhere. */
function isLater(a: Field, b: Field): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return JSON.stringify(a.value) > JSON.stringify(b.value);
}

function laterStamp(a: Stamp | null, b: Stamp | null): Stamp | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** What `a` says that `b` does not know yet, as whole entries. */
export function newsIn(a: SyncDocument, b: SyncDocument): SyncDocument {
  const news = Object.entries(a.entries).filter(([key, entry]) => {
    const known = b.entries[key];
    if (!known) return true;
    const merged = mergeEntries(known, entry);
    return (
      merged.removedAt !== known.removedAt ||
      Object.entries(merged.fields).some(([name, field]) => !isSameField(field, known.fields[name]))
    );
  });
  return { entries: Object.fromEntries(news) };
}

/** Whether `a` says anything that `b` does not know yet. */
export function isAhead(a: SyncDocument, b: SyncDocument): boolean {
  return Object.keys(newsIn(a, b).entries).length > 0;
}

function isSameField(a: Field, b: Field | undefined): boolean {
  return b !== undefined && a.at === b.at && isSameJson(a.value, b.value);
}

/** Whether the user has it: it was never removed, or something about it was chosen later. */
export function isKept(key: EntryKey, { fields, removedAt }: Entry): boolean {
  if (removedAt === null) return Object.keys(fields).length > 0;
  const isSign = (name: string) => !isFeedKey(key) || !AUTOMATIC.has(name);
  return Object.entries(fields).some(([name, { at }]) => isSign(name) && at > removedAt);
}

/** The latest time that a document mentions; null for an empty one. */
export function latestStamp({ entries }: SyncDocument): Stamp | null {
  let latest: Stamp | null = null;
  for (const { fields, removedAt } of Object.values(entries)) {
    latest = laterStamp(latest, removedAt);
    for (const { at } of Object.values(fields)) latest = laterStamp(latest, at);
  }
  return latest;
}

import { isKept } from './merge';
import type { Entry, SyncDocument } from './model';
import { timeOfStamp } from './stamp';

/** A browser that was not used for longer brings back what was removed meanwhile: nothing is lost by that. */
const KEEP_MS = 400 * 86_400_000;
const MOST_REMOVALS = 500;

/** Of what was removed only the removal is kept, and of that the last 500 of the last 400 days. */
export function compactDocument({ entries }: SyncDocument, now: number): SyncDocument {
  const all = Object.entries(entries);
  const kept = all.filter(([key, entry]) => isKept(key, entry));
  const removed = all
    .filter(([key, entry]) => !isKept(key, entry) && isRecent(entry, now))
    .sort(([, a], [, b]) => ((a.removedAt ?? '') < (b.removedAt ?? '') ? 1 : -1))
    .slice(0, MOST_REMOVALS)
    .map(([key, { removedAt }]) => [key, { fields: {}, removedAt }] as const);
  return { entries: Object.fromEntries([...kept, ...removed]) };
}

function isRecent({ removedAt }: Entry, now: number): boolean {
  return removedAt !== null && now - timeOfStamp(removedAt) < KEEP_MS;
}

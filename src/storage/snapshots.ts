import { changeTo } from '../domain/choices/change-to';
import { type ChoicesDifference, differenceOf } from '../domain/choices/difference';
import { type Choices, isEmptyChange } from '../domain/choices/model';
import { sharedSettings } from '../domain/choices/own-settings';
import { oldSnapshots, type Snapshot, type SnapshotReason } from '../domain/choices/snapshot';
import { isSameJson, type Json, type JsonObject } from '../domain/json';
import { deleteMany } from './batch';
import { applyChange, readChoices } from './choices';
import { inReadTransaction, inWriteTransaction, type WriteTransaction } from './database';
import { readStoredSettings, replaceStoredSettings } from './settings';

interface NewSnapshot {
  reason: SnapshotReason;
  settings: JsonObject;
  now: number;
}

/**
 * Remembers the user's choices as they are. When the last snapshot holds the same, that one serves.
 * @param choices instead of the present ones
 * @returns its id; null when there is nothing to remember
 */
export async function takeSnapshot(
  tx: WriteTransaction,
  { reason, settings, now }: NewSnapshot,
  choices?: Choices,
): Promise<string | null> {
  const kept = keptChoices(choices ?? (await readChoices(tx, settings)));
  if (kept.feeds.length + kept.topics.length === 0) return null;
  const store = tx.objectStore('snapshots');
  const all = await store.getAll();
  const latest = all.reduce<Snapshot | null>((a, b) => (a && a.madeAt >= b.madeAt ? a : b), null);
  if (latest && isSameJson(latest.choices as unknown as Json, kept as unknown as Json)) {
    return latest.snapshotId;
  }
  const snapshotId = crypto.randomUUID();
  // Also by a clock that was set back, the last one made is the latest.
  const madeAt = Math.max(now, (latest?.madeAt ?? 0) + 1);
  const snapshot: Snapshot = { snapshotId, madeAt, reason, choices: kept };
  await store.put(snapshot);
  const old = oldSnapshots([...all, snapshot]).map((one) => one.snapshotId);
  deleteMany(tx, 'snapshots', old);
  return snapshotId;
}

function keptChoices({ feeds, topics, settings }: Choices): Choices {
  return {
    feeds: feeds.filter(({ removedAt }) => removedAt === null),
    topics,
    settings: sharedSettings(settings),
  };
}

const CHOICE_STORES = ['feeds', 'topics', 'snapshots'] as const;

export async function makeSnapshot(reason: SnapshotReason, now: number): Promise<string | null> {
  const settings = await readStoredSettings();
  return inWriteTransaction((tx) => takeSnapshot(tx, { reason, settings, now }), CHOICE_STORES);
}

const DAY_MS = 86_400_000;

/** Once a day, when anything was chosen since the last one. */
export async function makeDailySnapshot(now: number): Promise<void> {
  const latest = await inReadTransaction(
    async (tx) =>
      (await tx.objectStore('snapshots').index('byMade').openKeyCursor(null, 'prev'))?.key,
    ['snapshots'],
  );
  if (latest === undefined || now - latest >= DAY_MS) await makeSnapshot('daily', now);
}

/**
 * Makes feeds, topics and settings what they were.
 * @returns the id of a snapshot of what they were just now, to undo it; null when the snapshot is gone
 */
export async function goBack(snapshotId: string, now: number): Promise<string | null> {
  const settings = await readStoredSettings();
  const target = await inReadTransaction(
    (tx) => tx.objectStore('snapshots').get(snapshotId),
    ['snapshots'],
  );
  if (!target) return null;
  const undoId = await inWriteTransaction(async (tx) => {
    const local = await readChoices(tx, settings);
    const before = await takeSnapshot(tx, { reason: 'go-back', settings, now });
    await applyChange(tx, changeTo(target.choices, local), now);
    return before;
  });
  const change = changeTo(target.choices, { feeds: [], topics: [], settings });
  if (change.settings) await replaceStoredSettings(change.settings);
  return undoId;
}

/** A snapshot, and what going back to it would change. */
export interface SnapshotEntry extends Omit<Snapshot, 'choices'> {
  difference: ChoicesDifference;
  isSame: boolean;
}

/** The latest first. */
export async function readSnapshots(): Promise<SnapshotEntry[]> {
  const settings = await readStoredSettings();
  return inReadTransaction(
    async (tx) => {
      const local = await readChoices(tx, settings);
      const snapshots = await tx.objectStore('snapshots').getAll();
      return snapshots
        .sort((a, b) => b.madeAt - a.madeAt)
        .map(({ choices, ...snapshot }) => {
          const change = changeTo(choices, local);
          return {
            ...snapshot,
            difference: differenceOf(change, local),
            isSame: isEmptyChange(change),
          };
        });
    },
    ['feeds', 'topics', 'snapshots'],
  );
}

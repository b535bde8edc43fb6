import type { Choices } from './model';

/** Before what the user's choices were remembered. */
export type SnapshotReason = 'daily' | 'import' | 'restore' | 'removal' | 'sync' | 'go-back';

/** The user's choices at one time, to go back to. */
export interface Snapshot {
  snapshotId: string;
  madeAt: number;
  reason: SnapshotReason;
  choices: Choices;
}

export const MOST_SNAPSHOTS = 10;

/** Oldest first in, oldest first out. */
export function oldSnapshots(snapshots: Snapshot[]): Snapshot[] {
  return snapshots.toSorted((a, b) => b.madeAt - a.madeAt).slice(MOST_SNAPSHOTS);
}

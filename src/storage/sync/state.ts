import { BROWSER_DIGITS } from '../../domain/sync/stamp';
import { newSyncState, type SyncState } from '../../domain/sync/state';
import { type AnyTransaction, inReadTransaction, inWriteTransaction } from '../database';
import { readRecord, writeRecord } from '../records';

/** Made up where there is none yet, and the same from when it is written. */
export async function readSyncState(tx: AnyTransaction): Promise<SyncState> {
  return (await readRecord(tx, 'syncState')) ?? newSyncState(newBrowserId());
}

function newBrowserId(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (random % 36 ** BROWSER_DIGITS).toString(36).padStart(BROWSER_DIGITS, '0');
}

/** How this browser stands with the others; null before it ever joined them. */
export async function readSyncStatus(): Promise<SyncState | null> {
  return inReadTransaction(async (tx) => (await readRecord(tx, 'syncState')) ?? null, ['records']);
}

export async function changeSyncState(change: (state: SyncState) => SyncState): Promise<SyncState> {
  return inWriteTransaction(
    async (tx) => {
      const state = change(await readSyncState(tx));
      await writeRecord(tx, 'syncState', state);
      return state;
    },
    ['records'],
  );
}

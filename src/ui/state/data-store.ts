import { type ReadonlySignal, signal } from '@preact/signals';
import type { SyncState } from '../../domain/sync/state';
import { send } from '../../messaging/send';
import {
  countSavedStories,
  type FollowedFeed,
  hasRemote,
  readSnapshots,
  readSyncStatus,
  type SnapshotEntry,
} from '../../storage/read';
import { t } from '../i18n';
import { type BackupMaker, createBackupMaker } from './backup-maker';
import { type BackupRestorer, createBackupRestorer } from './backup-restorer';
import type { Undo } from './undo';

export type { SnapshotEntry, SyncState };

export interface SpaceUsed {
  /** On the disk; null where the browser does not say. */
  bytes: number | null;
  savedCount: number;
}

export interface SyncStatus {
  /** null before this browser ever joined others. */
  state: SyncState | null;
  /** The user's account with the browser holds choices. */
  hasCopy: boolean;
}

export type Erasing = 'no' | 'erasing' | 'erased' | 'failed';

/** What is stored here as a whole, and where else it goes. */
export interface DataStore {
  /** null until read. */
  space: ReadonlySignal<SpaceUsed | null>;
  /** The latest first. */
  snapshots: ReadonlySignal<SnapshotEntry[]>;
  sync: ReadonlySignal<SyncStatus>;
  /** Browsers are being brought to agree. */
  isSyncing: ReadonlySignal<boolean>;
  erasing: ReadonlySignal<Erasing>;
  maker: BackupMaker;
  restorer: BackupRestorer;
  reread(): Promise<void>;
  setSyncing(isOn: boolean): Promise<void>;
  clearSynced(): Promise<void>;
  goBack(snapshotId: string): Promise<void>;
  erase(): Promise<void>;
}

export function createDataStore(
  feeds: ReadonlySignal<FollowedFeed[] | null>,
  undo: Undo,
): DataStore {
  const space = signal<SpaceUsed | null>(null);
  const snapshots = signal<SnapshotEntry[]>([]);
  const sync = signal<SyncStatus>({ state: null, hasCopy: false });
  const isSyncing = signal(false);
  const erasing = signal<Erasing>('no');
  const offerBack = (text: string, snapshotId: string | null) => {
    if (snapshotId !== null) undo.offer(text, () => send('goBack', { snapshotId }));
  };

  async function reread(): Promise<void> {
    [space.value, snapshots.value, sync.value] = await Promise.all([
      readSpace(),
      readSnapshots(),
      readSync(),
    ]);
  }

  return {
    ...{ space, snapshots, sync, isSyncing, erasing, reread },
    maker: createBackupMaker(),
    restorer: createBackupRestorer({
      isEmpty: () => (feeds.value ?? []).length === 0,
      onRestored: (undoId) => offerBack(t('restored'), undoId),
    }),
    async setSyncing(isOn) {
      isSyncing.value = isOn;
      try {
        await send('setSyncing', { isOn });
      } finally {
        isSyncing.value = false;
      }
    },
    async clearSynced() {
      await send('clearSynced', {});
      await reread();
    },
    async goBack(snapshotId) {
      offerBack(t('wentBack'), await send('goBack', { snapshotId }));
    },
    async erase() {
      erasing.value = 'erasing';
      try {
        await send('eraseAll', {});
        localStorage.clear();
        erasing.value = 'erased';
      } catch {
        erasing.value = 'failed';
      }
    },
  };
}

async function readSpace(): Promise<SpaceUsed> {
  const [estimate, savedCount] = await Promise.all([
    navigator.storage?.estimate().catch(() => null),
    countSavedStories(),
  ]);
  return { bytes: estimate?.usage ?? null, savedCount };
}

async function readSync(): Promise<SyncStatus> {
  const [state, hasCopy] = await Promise.all([readSyncStatus(), hasRemote().catch(() => false)]);
  return { state, hasCopy };
}

import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackupProblem } from '../../domain/backup/read';
import type { ChoicesDifference } from '../../domain/choices/difference';
import type { RestoreMode } from '../../domain/choices/model';
import { readRestoreDifferences } from '../../storage/read';
import { type BackupContents, readContents, restoreBackup } from './restore-backup';
import { requestAccess } from './site-access';

/** A backup that was read, and what to do with it. Nothing was changed yet. */
export interface ReadBackup {
  file: Blob;
  contents: BackupContents;
  differences: Record<RestoreMode, ChoicesDifference>;
  mode: RestoreMode;
}

/** Where a restoring stands. */
export type Restoring =
  | { kind: 'idle' }
  /** From 0 to 1. */
  | { kind: 'reading'; share: number }
  /** `lost`: the file is not there, or may not be read. */
  | { kind: 'unreadable'; problem: BackupProblem | 'lost' }
  | ({ kind: 'read' } & ReadBackup)
  | { kind: 'restoring'; share: number }
  | { kind: 'interrupted' }
  | { kind: 'done'; added: number; hasAccess: boolean };

export interface BackupRestorer {
  restoring: ReadonlySignal<Restoring>;
  read(file: Blob): Promise<void>;
  choose(mode: RestoreMode): void;
  cancel(): void;
  /** Asks for access to the feeds' sites; in the click. Goes on when it is declined. */
  restore(): Promise<void>;
}

export interface RestorerInput {
  /** There is nothing yet that a backup could be added to. */
  isEmpty: () => boolean;
  /** @param undoId a snapshot of what was there before */
  onRestored: (undoId: string | null) => void;
}

export function createBackupRestorer({ isEmpty, onRestored }: RestorerInput): BackupRestorer {
  const restoring = signal<Restoring>({ kind: 'idle' });

  async function read(file: Blob): Promise<void> {
    restoring.value = { kind: 'reading', share: 0 };
    try {
      const result = await readContents(file, (share) => {
        restoring.value = { kind: 'reading', share };
      });
      if (!result.ok) {
        restoring.value = { kind: 'unreadable', problem: result.error };
        return;
      }
      const contents = result.value;
      const differences = await readRestoreDifferences(contents.choices);
      const mode = isEmpty() ? 'replace' : 'add';
      restoring.value = { kind: 'read', file, contents, differences, mode };
    } catch {
      restoring.value = { kind: 'unreadable', problem: 'lost' };
    }
  }

  async function restore(): Promise<void> {
    if (restoring.value.kind !== 'read') return;
    const { file, contents, mode } = restoring.value;
    const asking = requestAccess(contents.choices.feeds.map(({ feedUrl }) => feedUrl));
    restoring.value = { kind: 'restoring', share: 0 };
    const hasAccess = await asking.catch(() => false);
    try {
      const onProgress = (share: number) => {
        restoring.value = { kind: 'restoring', share };
      };
      const { added, undoId } = await restoreBackup({ file, contents, mode, onProgress });
      restoring.value = { kind: 'done', added, hasAccess };
      onRestored(undoId);
    } catch {
      restoring.value = { kind: 'interrupted' };
    }
  }

  return {
    restoring,
    read,
    restore,
    choose(mode) {
      if (restoring.value.kind === 'read') restoring.value = { ...restoring.value, mode };
    },
    cancel() {
      restoring.value = { kind: 'idle' };
    },
  };
}

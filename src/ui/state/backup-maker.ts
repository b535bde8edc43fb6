import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { dumpBackup } from '../../storage/read';
import { saveFile } from '../save-file';
import { dateInputValue } from '../wall-date';

/** Where the making of a backup stands. */
export type Making =
  | { kind: 'idle' }
  /** From 0 to 1. */
  | { kind: 'making'; share: number }
  | { kind: 'made'; name: string; bytes: number }
  | { kind: 'failed' };

export interface BackupMaker {
  making: ReadonlySignal<Making>;
  make(): Promise<void>;
}

/** Text is handed over to the browser in parts of this length, so that it need not be in memory. */
const PART = 1_000_000;

export function createBackupMaker(): BackupMaker {
  const making = signal<Making>({ kind: 'idle' });
  return {
    making,
    async make() {
      if (making.value.kind === 'making') return;
      making.value = { kind: 'making', share: 0 };
      try {
        const file = await writeFile((share) => {
          making.value = { kind: 'making', share };
        });
        const name = `dateline-${dateInputValue(Date.now())}.json`;
        saveFile(name, file);
        making.value = { kind: 'made', name, bytes: file.size };
      } catch {
        making.value = { kind: 'failed' };
      }
    },
  };
}

async function writeFile(onProgress: (share: number) => void): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  await dumpBackup({
    madeAt: Date.now(),
    madeBy: browser.runtime.getManifest().version,
    onProgress,
    onText(next) {
      text += next;
      if (text.length < PART) return;
      parts.push(new Blob([text]));
      text = '';
    },
  });
  return new Blob([...parts, text], { type: 'application/json' });
}

import { hashText } from '../article/hash-text';
import { type BackupEntry, entryJson } from './entry';

export const BACKUP_FORMAT = 'dateline-backup';
export const BACKUP_VERSION = 1;

/** Lines of one JSON array, each an entry, so that a file of any size can be written and read line by line. */
export interface BackupWriter {
  /** What opens the file; first. */
  begin(): string;
  add(entry: BackupEntry): string;
  /** What closes the file: without it, it was cut off. */
  end(): string;
}

export interface BackupHeader {
  format: typeof BACKUP_FORMAT;
  version: number;
  madeAt: number;
  /** Of the extension that made it. */
  madeBy: string;
}

export interface BackupEnd {
  /** How many entries. */
  entries: number;
  checksum: string;
}

export function backupWriter(header: Pick<BackupHeader, 'madeAt' | 'madeBy'>): BackupWriter {
  let entries = 0;
  let checksum = '';
  return {
    begin() {
      const { madeAt, madeBy } = header;
      const said: BackupHeader = { format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt, madeBy };
      return `[\n${JSON.stringify(said)}`;
    },
    add(entry) {
      const text = entryJson(entry);
      checksum = nextChecksum(checksum, text);
      entries += 1;
      return `,\n${text}`;
    },
    end() {
      const said: BackupEnd = { entries, checksum };
      return `,\n${JSON.stringify({ end: said })}\n]\n`;
    },
  };
}

/** Each covers all before it. Tells accidents, not ill will: whoever changes a file can compute it anew. */
export function nextChecksum(before: string, text: string): string {
  return hashText(before + text);
}

import { isJsonObject, type Json, type JsonObject } from '../json';
import { failure, type Result, success } from '../result';
import { type BackupEntry, readEntry } from './entry';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader, nextChecksum } from './write';

/** Why a file cannot be restored. */
export type BackupProblem =
  /** It is some other file. */
  | 'not-a-backup'
  /** A newer version of Dateline made it. */
  | 'newer'
  /** It was changed, or damaged on its way. */
  | 'damaged'
  /** Its end is missing. */
  | 'cut-off';

/** The longest line that can be ours; other files may have lines without end. */
export const MOST_LINE = 1_000_000;

export interface BackupReader {
  /** The next line of the file. @returns the entry on it, if any */
  line(text: string): Result<BackupEntry | null, BackupProblem>;
  /** After the last line. */
  end(): Result<BackupSummary, BackupProblem>;
}

export interface BackupSummary extends Pick<BackupHeader, 'madeAt' | 'madeBy'> {
  /** Entries that may not be taken. */
  refused: number;
}

export function backupReader(): BackupReader {
  let header: BackupHeader | null = null;
  let [entries, refused, checksum, isOver, isBroken] = [0, 0, '', false, false];

  function readContent(text: string, value: JsonObject): Result<BackupEntry | null, BackupProblem> {
    if (isJsonObject(value['end'])) {
      isOver = true;
      const { entries: count, checksum: sum } = value['end'];
      return count === entries && sum === checksum ? success(null) : failure('damaged');
    }
    checksum = nextChecksum(checksum, text);
    entries += 1;
    const entry = readEntry(value);
    if (!entry) refused += 1;
    return success(entry);
  }

  return {
    line(line) {
      const text = line.trim().replace(/,$/, '');
      if (text === '' || text === ']' || (text === '[' && header === null)) return success(null);
      const value = parseJson(text);
      if (header === null) {
        const read = readHeader(value);
        if (read.ok) header = read.value;
        return read.ok ? success(null) : read;
      }
      if (isOver || isBroken) return failure('damaged');
      // The last line of a file that was cut off; on any other one it is found to be damage.
      isBroken = value === undefined;
      if (isBroken) return success(null);
      return isJsonObject(value) ? readContent(text, value) : failure('damaged');
    },
    end() {
      if (header === null) return failure('not-a-backup');
      if (!isOver) return failure('cut-off');
      return success({ madeAt: header.madeAt, madeBy: header.madeBy, refused });
    },
  };
}

function readHeader(value: Json | undefined): Result<BackupHeader, BackupProblem> {
  if (!isJsonObject(value) || value['format'] !== BACKUP_FORMAT) return failure('not-a-backup');
  const { version, madeAt, madeBy } = value;
  if (typeof version !== 'number' || typeof madeAt !== 'number') return failure('damaged');
  if (version > BACKUP_VERSION) return failure('newer');
  return success({ format: BACKUP_FORMAT, version, madeAt, madeBy: String(madeBy) });
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { BackupEntry } from '../../domain/backup/entry';
import {
  type BackupProblem,
  type BackupSummary,
  backupReader,
  MOST_LINE,
} from '../../domain/backup/read';
import { failure, type Result } from '../../domain/result';

/** Where a reading stands: what is taken, and how much of the file was read, from 0 to 1. */
export interface BackupListener {
  /** The next part waits until it is done. */
  onEntry(entry: BackupEntry): void | Promise<void>;
  onProgress(share: number): void;
}

/** Reads a backup part by part, so that a file of any size needs little memory. */
export async function readBackup(
  file: Blob,
  { onEntry, onProgress }: BackupListener,
): Promise<Result<BackupSummary, BackupProblem>> {
  const reader = backupReader();
  for await (const { line, read } of linesOf(file)) {
    if (line === null) return failure('not-a-backup');
    const result = reader.line(line);
    if (!result.ok) return result;
    if (result.value) await onEntry(result.value);
    if (read !== null) onProgress(read / file.size);
  }
  return reader.end();
}

interface Line {
  /** null: longer than any line of ours. */
  line: string | null;
  /** Bytes read so far, said once with each part. */
  read: number | null;
}

async function* linesOf(file: Blob): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  const parts = file.stream().getReader();
  let read = 0;
  let rest = '';
  for (let part = await parts.read(); !part.done; part = await parts.read()) {
    read += part.value.length;
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const [index, line] of lines.entries()) yield { line, read: index === 0 ? read : null };
    if (rest.length > MOST_LINE) {
      await parts.cancel();
      yield { line: null, read };
      return;
    }
  }
  yield { line: rest + decoder.decode(), read };
}

import { appendChecks, type CheckEntry } from '../domain/refresh/check-log';
import { inReadTransaction, inWriteTransaction } from './database';
import { readRecord, writeRecord } from './records';

/** The last checks, the newest at the end. */
export async function readCheckLog(): Promise<CheckEntry[]> {
  return inReadTransaction(async (tx) => (await readRecord(tx, 'checkLog')) ?? []);
}

export async function noteChecks(entries: CheckEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await inWriteTransaction(
    async (tx) => {
      const log = (await readRecord(tx, 'checkLog')) ?? [];
      await writeRecord(tx, 'checkLog', appendChecks(log, entries));
    },
    ['records'],
  );
}

import type { AnyTransaction, Records, WriteTransaction } from './database';

/** A single record by name; undefined before it was first written. */
export async function readRecord<N extends keyof Records>(
  tx: AnyTransaction,
  name: N,
): Promise<Records[N] | undefined> {
  return (await tx.objectStore('records').get(name)) as Records[N] | undefined;
}

export async function writeRecord<N extends keyof Records>(
  tx: WriteTransaction,
  name: N,
  value: Records[N],
): Promise<void> {
  await tx.objectStore('records').put(value, name);
}

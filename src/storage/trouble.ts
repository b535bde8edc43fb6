import { type StorageTrouble, troubleOf } from '../domain/storage-trouble';
import { inReadTransaction } from './database';
import { isStorageFull } from './full-flag';

/** What is wrong with the storage now; null when all is well. Never throws. */
export async function readTrouble(): Promise<StorageTrouble | null> {
  try {
    await inReadTransaction((tx) => tx.objectStore('records').getKey('frontPage'));
    return (await isStorageFull()) ? 'full' : null;
  } catch (error) {
    return troubleOf(error);
  }
}

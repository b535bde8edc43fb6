/**
 * Why what is stored cannot be read or written: no space is left; a newer version of Dateline used this
 * profile; or the browser cannot open the database.
 */
export type StorageTrouble = 'full' | 'newer' | 'unreadable';

/** @returns what an error of IndexedDB means for the user (Indexed Database API 3.0, 3 Exceptions). */
export function troubleOf(error: unknown): StorageTrouble {
  const name = (error as { name?: unknown } | null)?.name;
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'unreadable';
}

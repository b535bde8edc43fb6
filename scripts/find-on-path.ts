import { existsSync } from 'node:fs';
import path from 'node:path';

/** The whole path of a program, or null. */
export function findOnPath(name: string): string | null {
  return placesOnPath(name).find((file) => existsSync(file)) ?? null;
}

/** Where a program of this name may be, in the order of the PATH. */
export function placesOnPath(name: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name));
}

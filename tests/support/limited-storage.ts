import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../scripts/browsers';
import { launchChromium } from './chromium';
import type { BrowserDriver, ExtensionPage } from './driver';
import { EXTENSION_DIRS } from './launch';

const LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts Chromium, in which the extension may store 10 MB, as if the disk were so small. The extension is a
 * copy without the permission for unlimited storage, with which only the disk itself is a limit.
 */
export async function withLimitedStorage(
  use: (driver: BrowserDriver) => Promise<void>,
): Promise<void> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No chromium found');
  const extensionDir = mkdtempSync(path.join(tmpdir(), 'dateline-limited-'));
  cpSync(EXTENSION_DIRS.chromium, extensionDir, { recursive: true });
  const file = path.join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  const driver = await launchChromium({
    ...{ extensionDir, executablePath, headless: true },
    storageLimitBytes: LIMIT_BYTES,
  });
  try {
    await use(driver);
  } finally {
    await driver.close();
    rmSync(extensionDir, { recursive: true });
  }
}

/** Something else takes all the space that is left, down to the last kilobyte. */
export function fillStorage(page: ExtensionPage): Promise<void> {
  return page.evaluate(async (limit) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('filler');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
    // Random bytes, since storage is compressed.
    const put = (size: number) =>
      new Promise<boolean>((resolve) => {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) {
          crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
        }
        const tx = database.transaction('filler', 'readwrite');
        tx.objectStore('filler').put(bytes, crypto.randomUUID());
        tx.oncomplete = () => resolve(true);
        tx.onabort = () => resolve(false);
      });
    let filled = 0;
    for (let size = 1 << 20; size >= 1 << 10; size /= 2) {
      while (await put(size)) {
        filled += size;
        if (filled > limit) throw new Error(`there is no limit of ${limit} bytes`);
      }
    }
    database.close();
  }, LIMIT_BYTES);
}

/** What took the space is gone. */
export function freeStorage(page: ExtensionPage): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('filler');
        deleting.onerror = () => reject(deleting.error);
        deleting.onsuccess = () => resolve();
      }),
  );
}

import type { FrontPage } from '../domain/model';
import { readFrontPageCopy } from './front-page-copy';
import { DATABASE_NAME, VERSION } from './version';

/**
 * Reads what the popup shows first, and nothing else: the copy in memory, or where there is none the one
 * record that is stored.
 * @returns undefined when neither way leads there: nothing was ever stored, the database has to be
 * upgraded, or is broken. `read.ts` knows what to do then, or says what is wrong.
 */
export async function readFirst(): Promise<FrontPage | undefined> {
  const copy = await readFrontPageCopy().catch(() => undefined);
  return copy ?? readStored();
}

/** By the browser's own calls, so that neither the code of upgrades nor of any other reading is waited for. */
function readStored(): Promise<FrontPage | undefined> {
  return new Promise((resolve) => {
    // Without a version: whichever there is.
    const opening = indexedDB.open(DATABASE_NAME);
    // There is none. One that is not finished is not made.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const database = opening.result;
      const close = (page?: FrontPage) => {
        database.close();
        resolve(page);
      };
      if (database.version !== VERSION) return close();
      const reading = database.transaction('records').objectStore('records').get('frontPage');
      reading.onsuccess = () => close(reading.result as FrontPage | undefined);
      reading.onerror = () => close();
    };
  });
}

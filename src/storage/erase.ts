import browser from 'webextension-polyfill';
import { inWriteTransaction, STORES } from './database';
import { dropFrontPageCopy } from './front-page-copy';
import { clearRemote } from './sync/area';

/** Says that erasing was begun, so that the next worker ends it when this one dies. */
const KEY = 'isErasing';

export async function isErasing(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

/**
 * Erases everything that was stored: all stores at once, the settings, and the copy in the user's account with
 * the browser. Can be repeated, as long as `endErasing` was not called.
 * @throws when a part could not be erased; the mark then stays
 */
export async function eraseStored(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.local.set({ [KEY]: true });
  await inWriteTransaction(async (tx) => {
    dropFrontPageCopy();
    for (const name of STORES) await tx.objectStore(name).clear();
  });
  await browser.storage.session.clear();
  await clearRemote();
}

export async function endErasing(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

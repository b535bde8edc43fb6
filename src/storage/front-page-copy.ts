import browser from 'webextension-polyfill';
import type { FrontPage } from '../domain/model';
import type { WriteTransaction } from './database';

/**
 * A copy of the front page in the browser's memory (`storage.session`, which no disk holds and which ends with
 * the browser): a popup has it after one question, however long opening the database takes.
 *
 * It is never older than what is stored. It is dropped before the transaction that changes the front page can
 * end, and kept again after that has ended: a worker that dies in between leaves none.
 */
const KEY = 'frontPage';

/** undefined when there is none: the stored one is to be read then. */
export async function readFrontPageCopy(): Promise<FrontPage | undefined> {
  return (await browser.storage.session.get(KEY))[KEY] as FrontPage | undefined;
}

/** Asked for within the transaction, it comes before the end of it: nobody need wait for it. */
export function dropFrontPageCopy(): void {
  browser.storage.session.remove(KEY).catch(() => undefined);
}

/** Copies `page` as soon as `tx`, which stores or only looks at it, has ended well. */
export function copyAfter(tx: WriteTransaction, page: FrontPage): void {
  const keep = () => browser.storage.session.set({ [KEY]: page });
  // Without a copy the popup reads what is stored: slower, and as true.
  tx.done.then(keep).catch(() => undefined);
}

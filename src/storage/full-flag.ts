import browser from 'webextension-polyfill';

const KEY = 'isStorageFull';

/** Says that no space is left, where it needs none: in memory, until the browser is closed. */
export async function setFull(isFull: boolean): Promise<void> {
  if (isFull !== (await isStorageFull())) await browser.storage.session.set({ [KEY]: isFull });
}

export async function isStorageFull(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true;
}

import browser from 'webextension-polyfill';

const KEY = 'isStorageFull';
const TRIED_KEY = 'madeRoomAt';

/** What is dropped in vain is lost for nothing: while it does not help, room is made once in this time. */
const VAIN_MS = 86_400_000;

/** Says that no space is left, where it needs none: in memory, until the browser is closed. */
export async function setFull(isFull: boolean): Promise<void> {
  if (isFull !== (await isStorageFull())) await browser.storage.session.set({ [KEY]: isFull });
}

export async function isStorageFull(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true;
}

/** Whether to drop something for the sake of a write; notes that it is done. */
export async function mayMakeRoom(now: number): Promise<boolean> {
  const { [KEY]: isFull, [TRIED_KEY]: triedAt } = await browser.storage.session.get([
    KEY,
    TRIED_KEY,
  ]);
  const isVain = isFull === true && typeof triedAt === 'number';
  if (isVain && now >= triedAt && now - triedAt < VAIN_MS) return false;
  await browser.storage.session.set({ [TRIED_KEY]: now });
  return true;
}

import browser from 'webextension-polyfill';
import { endErasing, eraseStored, isErasing } from '../storage/erase';
import { announceChange } from './announce';
import { refreshEnded } from './refresh';
import { SYNC_ALARM, syncEnded } from './sync';

/**
 * Erases everything: as after a fresh installation, access to sites included. What a refresh that is under way
 * stores meanwhile is erased when it has ended; nobody is told that all is gone before.
 */
export async function eraseAll(): Promise<void> {
  await eraseOnce();
  for (let rest = refreshEnded(); rest; rest = refreshEnded()) {
    await rest;
    await eraseOnce();
  }
  await endErasing();
}

async function eraseOnce(): Promise<void> {
  await eraseStored();
  // One that began before the switch was erased may have told something just now.
  if (await syncEnded()) await eraseStored();
  await browser.alarms.clear(SYNC_ALARM);
  for (const id of Object.keys(await browser.notifications.getAll())) {
    await browser.notifications.clear(id);
  }
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
  await announceChange();
}

/** A worker died while it erased. */
export async function finishErasing(): Promise<void> {
  if (await isErasing()) await eraseAll();
}

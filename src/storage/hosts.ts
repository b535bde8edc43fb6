import type { FeedError } from '../domain/errors';
import { hostOf, pauseUntil } from '../domain/refresh/pause';
import {
  type AnyTransaction,
  inReadTransaction,
  inWriteTransaction,
  type WriteTransaction,
} from './database';

/** Until when hosts asked not to be visited. */
export async function readPauses(tx: AnyTransaction): Promise<Map<string, number>> {
  const pauses = await tx.objectStore('hosts').getAll();
  return new Map(pauses.map(({ host, notBefore }) => [host, notBefore]));
}

/** Until when the host of this address asked not to be visited; null when it did not. */
export async function readPause(address: string): Promise<number | null> {
  const pause = await inReadTransaction((tx) => tx.objectStore('hosts').get(hostOf(address)));
  return pause?.notBefore ?? null;
}

/** Leaves a host alone when it asked for a pause in answer to a document that is not followed. */
export async function notePause(address: string, error: FeedError, now: number): Promise<void> {
  const notBefore = pauseUntil({ now, error, errorCount: 1, random: Math.random() });
  if (notBefore === null) return;
  await inWriteTransaction((tx) => pauseHost(tx, { host: hostOf(address), notBefore }, now));
}

/**
 * Leaves a host alone until then: every feed of it gets its next check no earlier. Pauses that are over
 * are forgotten on the way.
 */
export async function pauseHost(
  tx: WriteTransaction,
  { host, notBefore }: { host: string; notBefore: number },
  now: number,
): Promise<void> {
  const hosts = tx.objectStore('hosts');
  for (const pause of await hosts.getAll()) {
    if (pause.notBefore <= now) await hosts.delete(pause.host);
  }
  const known = await hosts.get(host);
  await hosts.put({ host, notBefore: Math.max(known?.notBefore ?? 0, notBefore) });
  for (const { feedId, feedUrl } of await tx.objectStore('feeds').getAll()) {
    if (hostOf(feedUrl) === host) await delayCheck(tx, feedId, notBefore);
  }
}

async function delayCheck(tx: WriteTransaction, feedId: string, notBefore: number): Promise<void> {
  const state = await tx.objectStore('feedStates').get(feedId);
  if (!state || state.nextCheckAt >= notBefore) return;
  await tx.objectStore('feedStates').put({ ...state, nextCheckAt: notBefore });
}

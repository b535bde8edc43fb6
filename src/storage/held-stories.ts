import type { HeldStory } from '../domain/model';
import type { AnyTransaction, WriteTransaction } from './database';

/** What waits for the end of quiet hours or of an absence. */
export async function listWaiting(tx: AnyTransaction): Promise<HeldStory[]> {
  const held = await tx.objectStore('heldStories').getAll();
  return held.filter(({ isWaiting }) => isWaiting);
}

export async function putHeldStories(tx: WriteTransaction, held: HeldStory[]): Promise<void> {
  for (const story of held) await tx.objectStore('heldStories').put(story);
}

/** The log of what was held back shows the last seven days. */
const KEEP_MS = 8 * 86_400_000;

/** At the level of everything a log could hold thousands a day. */
const MOST_HELD = 1000;

export async function dropOldHeldStories(tx: WriteTransaction, now: number): Promise<void> {
  const store = tx.objectStore('heldStories');
  const old = await store.index('byHeld').getAllKeys(IDBKeyRange.upperBound(now - KEEP_MS));
  for (const key of old) await store.delete(key);
  const excess = (await store.count()) - MOST_HELD;
  if (excess <= 0) return;
  for (const key of await store.index('byHeld').getAllKeys(null, excess)) await store.delete(key);
}

import type { Idle } from 'webextension-polyfill';
import { announceChange } from './announce';
import { concludeChanges } from './refresh';

/** The screen was locked or unlocked: notes it, and tells at once what waited for somebody to see it. */
export async function onIdleStateChanged(state: Idle.IdleState): Promise<void> {
  if (state === 'idle') return;
  await concludeChanges(Date.now());
  await announceChange();
}

import { signal } from '@preact/signals';
import { loadStyles } from '../load-styles';
import type { PopupStore } from '../state/popup-store';
import laterUrl from './later.css?url';
import type * as Rest from './rest';

/** The components that the first picture does without; null until they are there. */
export const parts = signal<typeof Rest | null>(null);

/** Fetches them, and everything that a person can do. */
export async function loadParts(store: PopupStore): Promise<void> {
  const styled = loadStyles(laterUrl);
  const rest = await import('./rest');
  await Promise.all([rest.begin(store), styled]);
  parts.value = rest;
}

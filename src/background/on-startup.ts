import { refresh } from './refresh';
import { syncChoices } from './sync';

/** The browser was started: what other browsers chose meanwhile first, since it may be feeds to check. */
export async function onStartup(): Promise<void> {
  const now = Date.now();
  await syncChoices(now).catch(() => undefined);
  await refresh({ now });
}

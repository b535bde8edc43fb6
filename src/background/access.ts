import type { Permissions } from 'webextension-polyfill';
import type { Feed } from '../domain/model';
import { listFeeds, makeDue } from '../storage/feeds';
import { hasAccess } from './has-access';
import { refresh } from './refresh';

/**
 * Access to sites was given, or taken back in the browser's settings: the feeds concerned need not wait
 * for their next check, neither to be read nor to say that they cannot be.
 */
export async function onAccessChanged({ origins = [] }: Permissions.Permissions): Promise<void> {
  const { feeds, states } = await listFeeds();
  const touched: Feed[] = [];
  for (const feed of feeds) {
    const isWaiting = states.get(feed.feedId)?.lastError?.kind === 'permission';
    const isGranted = await hasAccess(feed.feedUrl);
    if (origins.length > 0 && isWaiting === isGranted) touched.push(feed);
  }
  if (touched.length === 0) return;
  const now = Date.now();
  await makeDue(
    touched.map(({ feedId }) => feedId),
    now,
  );
  await refresh({ now });
}

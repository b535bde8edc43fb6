import type { Permissions } from 'webextension-polyfill';
import type { Feed } from '../domain/model';
import { makeDue } from '../storage/feed-states';
import { listFeeds } from '../storage/feeds';
import { followExpected } from './expected-access';
import { readAccess } from './has-access';
import { refreshAgain } from './refresh';

/** Access was given: what waited for it is followed, and feeds of these sites are checked. */
export async function onAccessGiven(added: Permissions.Permissions): Promise<void> {
  await Promise.all([onAccessChanged(added), followExpected()]);
}

/**
 * Access to sites was given, or taken back in the browser's settings: the feeds concerned need not wait
 * for their next check, neither to be read nor to say that they cannot be.
 */
export async function onAccessChanged({ origins = [] }: Permissions.Permissions): Promise<void> {
  if (origins.length === 0) return;
  const { feeds, states } = await listFeeds();
  const isGranted = await readAccess();
  const isTouched = ({ feedId, feedUrl }: Feed) => {
    const error = states.get(feedId)?.lastError;
    // What is missing may be the site that a redirect leads to.
    if (error?.kind === 'permission') return isGranted(error.origin.replace(/^\*/, 'https'));
    return !isGranted(feedUrl);
  };
  const touched = feeds.filter(isTouched).map(({ feedId }) => feedId);
  if (touched.length === 0) return;
  const now = Date.now();
  await makeDue(touched, now);
  // One that is running has chosen its feeds already.
  await refreshAgain(now);
}

import { canonicalUrl } from '../article/canonical-url';
import type { Feed } from '../model';
import { type FeedGroup, feedGroups } from './feed-groups';
import { feedKey, type SyncDocument } from './model';

/** The entries of a feed that is followed here: those of its id, else of any of its addresses. */
export type FoundGroups = (feed: Feed) => FeedGroup | undefined;

export function findGroups(document: SyncDocument): FoundGroups {
  const known = new Map<string, FeedGroup>();
  for (const group of feedGroups(document)) {
    for (const name of [...group.keys, ...group.addresses]) known.set(name, group);
  }
  return ({ feedId, feedUrl, formerUrls }) => {
    const addresses = [feedUrl, ...formerUrls].map(canonicalUrl);
    const name = [feedKey(feedId), ...addresses].find((name) => known.has(name));
    return name === undefined ? undefined : known.get(name);
  };
}

import type { Feed } from '../domain/model';
import { publisherKey } from '../domain/story/publisher-key';
import { inReadTransaction, type ReadTransaction } from './database';
import { keysOfFeed } from './lookups';

/** An outlet as topics name it, with the titles of its followed feeds. */
export interface Publisher {
  key: string;
  names: string[];
}

/** The publishers of the followed feeds, by name. */
export async function readPublishers(): Promise<Publisher[]> {
  return inReadTransaction(async (tx) => {
    const publishers = new Map<string, Publisher>();
    for (const feed of await tx.objectStore('feeds').getAll()) {
      if (feed.removedAt !== null) continue;
      const key = await keyOf(tx, feed);
      const known = publishers.get(key);
      if (known) known.names.push(feed.title);
      else publishers.set(key, { key, names: [feed.title] });
    }
    const byName = (a: Publisher, b: Publisher) =>
      (a.names[0] ?? '').localeCompare(b.names[0] ?? '');
    return [...publishers.values()].sort(byName);
  });
}

/** As its latest article says, which is what topics compare; its site's until there is one. */
async function keyOf(tx: ReadTransaction, { feedId, siteUrl, feedUrl }: Feed): Promise<string> {
  const byFeed = tx.objectStore('articles').index('byFeed');
  const latest = await byFeed.openCursor(keysOfFeed(feedId), 'prev');
  return publisherKey(latest?.value ?? { url: siteUrl ?? feedUrl, feedId });
}

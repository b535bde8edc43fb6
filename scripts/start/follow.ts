import type { FeedCandidate } from '../../src/domain/model';
import type { BrowserDriver } from '../../tests/support/driver';
import { allowSites, followFeeds } from '../../tests/support/following';
import type { SampleEdition } from '../sample-edition/server';
import { say } from '../step';

/** Follows the sample edition, or the feeds that were asked for. */
export async function follow(
  driver: BrowserDriver,
  edition: SampleEdition | null,
  feeds: string[],
): Promise<void> {
  const candidates: FeedCandidate[] =
    edition?.candidates ?? feeds.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  say(`Following ${candidates.length === 1 ? 'a feed' : `${candidates.length} feeds`}`);
  await allowSites(
    driver,
    candidates.map(({ feedUrl }) => feedUrl),
  );
  await followFeeds(driver, candidates);
}

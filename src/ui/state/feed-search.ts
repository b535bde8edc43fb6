import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { knownSiteFeed } from '../../domain/discovery/known-sites';
import { readAddress } from '../../domain/discovery/read-address';
import type { FeedError } from '../../domain/errors';
import type { Feed } from '../../domain/model';
import { send } from '../../messaging/send';
import { createFoundFeeds, type FoundFeeds, type OnFollowed } from './found-feeds';
import { requestAccess, requestOrigins } from './site-access';

/** Where the search for a site's feeds stands. */
export type Searching =
  | { kind: 'idle' }
  /** Waiting for the browser's question, then for the site. */
  | { kind: 'busy'; address: string }
  /** The person declined access to the site; `origins` when it was another one than the address's own. */
  | { kind: 'refused'; address: string; origins: string[] | null }
  | { kind: 'found' }
  | { kind: 'already'; feed: Feed }
  | { kind: 'failed'; error: FeedError };

export interface FeedSearch {
  typed: ReadonlySignal<string>;
  searching: ReadonlySignal<Searching>;
  found: FoundFeeds;
  type(text: string): void;
  /** These ask for access, so they must be called in the click. */
  search(): void;
  /** Looks for feeds on a page that was found in place of a feed. */
  searchAt(address: string): void;
  /** Asks again after the person declined. */
  again(): void;
  /** Asks for a site that turned out to be needed too, e.g. after a redirect, and searches again. */
  allow(origins: string[]): void;
}

export function createFeedSearch(input: { typed: string; onFollowed: OnFollowed }): FeedSearch {
  const typed = signal(input.typed);
  const searching = signal<Searching>({ kind: 'idle' });
  const found = createFoundFeeds({ onFollowed: input.onFollowed, onAsking: () => {} });
  let address = '';
  let latest = 0;

  async function proceed(asking: Promise<boolean>, origins: string[] | null): Promise<void> {
    latest += 1;
    const search = latest;
    batch(() => {
      searching.value = { kind: 'busy', address };
      found.show([]);
    });
    const isAllowed = await asking;
    const result = isAllowed ? await send('findFeeds', { address }) : null;
    // Another search was begun meanwhile.
    if (search !== latest) return;
    batch(() => {
      if (result === null) searching.value = { kind: 'refused', address, origins };
      else searching.value = result.kind === 'found' ? { kind: 'found' } : result;
      if (result?.kind === 'found') found.show(result.feeds);
    });
    await found.previewFirst();
  }

  function searchAt(wanted: string): void {
    // A second click while the first is under way.
    if (searching.value.kind === 'busy' && wanted === address) return;
    address = wanted;
    // The one request goes where the site's rules say, which may be another host.
    void proceed(requestAccess([knownSiteFeed(wanted) ?? wanted]), null);
  }

  return {
    typed,
    searching,
    found,
    searchAt,
    type(text) {
      typed.value = text;
    },
    search() {
      const read = readAddress(typed.value);
      if (read.ok) searchAt(read.value);
      else {
        latest += 1;
        found.show([]);
        searching.value = { kind: 'failed', error: { kind: 'bad-address', problem: read.error } };
      }
    },
    again: () => searchAt(address),
    allow: (origins) => void proceed(requestOrigins(origins), origins),
  };
}

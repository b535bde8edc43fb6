import { batch, type ReadonlySignal, signal } from '@preact/signals';
import browser, { type Tabs } from 'webextension-polyfill';
import { FEED_LIKE, MAX_ANCHORS, MAX_LINKS } from '../../domain/discovery/page-head';
import type { Feed } from '../../domain/model';
import { addPagePath } from '../../messaging/pages';
import type { FindFeedsResult } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { createFoundFeeds, type FoundFeeds, type OnFollowed } from './found-feeds';
import { readTab, type TabLimits } from './read-tab';

/** Where following the site of the current tab stands. */
export type SiteSearching =
  | { kind: 'busy' }
  /** The tab shows no page that can be read: the browser's own, or one that it keeps from extensions. */
  | { kind: 'unreadable'; isWebPage: boolean }
  | { kind: 'none' }
  | { kind: 'found' }
  | { kind: 'already'; feed: Feed };

export interface SiteFollower {
  /** Address of the page, empty until known. */
  address: ReadonlySignal<string>;
  searching: ReadonlySignal<SiteSearching>;
  found: FoundFeeds;
  /** Opens the page on which an address is looked at by asking its site. */
  openAddPage(address: string): void;
  /** Reads the page of the current tab, once. */
  read(): Promise<void>;
}

const LIMITS: TabLimits = {
  links: MAX_LINKS,
  anchors: MAX_ANCHORS,
  text: 2_048,
  feedLike: FEED_LIKE.source,
};

/**
 * Follows the site in the current tab: `activeTab` lets the page be read that was open when the person
 * clicked Dateline's button, and no other.
 */
export function createSiteFollower(onFollowed: OnFollowed): SiteFollower {
  const address = signal('');
  const searching = signal<SiteSearching>({ kind: 'busy' });
  const found = createFoundFeeds({
    onFollowed,
    // The question may close the popup: then the worker follows in its place.
    onAsking: (candidates) => void send('expectAccess', { candidates }),
  });

  return {
    address,
    searching,
    found,
    openAddPage: (wanted) =>
      void browser.tabs.create({ url: browser.runtime.getURL(addPagePath(wanted)) }),
    async read() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const page = tab && (await readPage(tab));
      if (!page) {
        const isWebPage = /^https?:/.test(tab?.url ?? '');
        batch(() => {
          address.value = isWebPage ? (tab?.url ?? '') : '';
          searching.value = { kind: 'unreadable', isWebPage };
        });
        return;
      }
      address.value = page.url;
      const result = await send('findOnPage', { page });
      batch(() => {
        if (result.kind === 'found') found.show(result.feeds);
        searching.value = stateOf(result);
      });
      // Only where access was given before.
      await found.previewFirst();
    },
  };
}

function stateOf(result: FindFeedsResult): SiteSearching {
  if (result.kind === 'already') return result;
  return { kind: result.kind === 'found' ? 'found' : 'none' };
}

/** null where the browser does not let the page be read. */
async function readPage({ id }: Tabs.Tab): Promise<ReturnType<typeof readTab> | null> {
  if (id === undefined) return null;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: id },
      func: readTab,
      args: [LIMITS],
    });
    const page = answer?.result as ReturnType<typeof readTab> | undefined;
    return page && /^https?:/.test(page.url) ? page : null;
  } catch {
    return null;
  }
}

import { type ReadonlySignal, signal } from '@preact/signals';
import type { FeedError } from '../../domain/errors';
import type { Feed, FeedCandidate, FeedPreview, FoundFeed } from '../../domain/model';
import type { FindFeedsResult } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { requestAccess, requestOrigins } from './site-access';

/** A feed that was found, and what the person did with it so far. */
export interface FoundCard {
  feed: FoundFeed;
  preview:
    | { kind: 'none' }
    | { kind: 'busy' }
    | { kind: 'shown'; preview: FeedPreview }
    | { kind: 'failed'; error: FeedError };
  following:
    | { kind: 'no' }
    | { kind: 'busy' }
    /** The person declined access to these sites. */
    | { kind: 'refused'; origins: string[] | null }
    /** `articleCount` is null for a feed that was followed before. */
    | { kind: 'followed'; articleCount: number | null }
    | { kind: 'failed'; error: FeedError };
}

export interface FoundFeeds {
  cards: ReadonlySignal<FoundCard[]>;
  /** Shows what was found, in place of what was shown before. */
  show(feeds: Extract<FindFeedsResult, { kind: 'found' }>['feeds']): void;
  /** Fetches the newest headlines of the first few, one after the other, where access allows it. */
  previewFirst(): Promise<void>;
  /** These three ask for access, so they must be called in the click. */
  look(feedUrl: string): void;
  follow(feedUrl: string): void;
  /** Asks for sites that turned out to be needed too, and follows. */
  allow(feedUrl: string, origins: string[]): void;
}

/** `onUndone` is to be called when the person gave the feed up again. */
export type OnFollowed = (feed: Feed, onUndone: () => void) => void;

/** More previews wait for the person to ask: a page may name twenty feeds. */
const MOST_PREVIEWS = 5;

export function createFoundFeeds(input: {
  onFollowed: OnFollowed;
  /** Before access is asked for these, and with none after it was declined. */
  onAsking: (candidates: FeedCandidate[]) => void;
}): FoundFeeds {
  const cards = signal<FoundCard[]>([]);

  const cardOf = (feedUrl: string) => cards.value.find(({ feed }) => feed.feedUrl === feedUrl);

  function change(feedUrl: string, part: Partial<FoundCard>): void {
    cards.value = cards.value.map((card) =>
      card.feed.feedUrl === feedUrl ? { ...card, ...part } : card,
    );
  }

  async function preview(feedUrl: string): Promise<void> {
    change(feedUrl, { preview: { kind: 'busy' } });
    const result = await send('previewFeed', { feedUrl });
    change(feedUrl, {
      preview: result.ok
        ? { kind: 'shown', preview: result.value }
        : { kind: 'failed', error: result.error },
    });
  }

  async function followWith(
    feedUrl: string,
    asking: Promise<boolean>,
    origins: string[] | null,
  ): Promise<void> {
    change(feedUrl, { following: { kind: 'busy' } });
    if (!(await asking)) {
      change(feedUrl, { following: { kind: 'refused', origins } });
      input.onAsking([]);
      return;
    }
    const result = await send('addFeed', { address: feedUrl });
    if (result.kind === 'failed') {
      change(feedUrl, { following: { kind: 'failed', error: result.error } });
      return;
    }
    const articleCount = result.kind === 'added' ? result.articleCount : null;
    change(feedUrl, { following: { kind: 'followed', articleCount } });
    if (result.kind !== 'added') return;
    input.onFollowed(result.feed, () => change(feedUrl, { following: { kind: 'no' } }));
  }

  return {
    cards,
    show(feeds) {
      cards.value = feeds.map(({ isFollowed, preview: seen, ...feed }) => ({
        feed,
        preview: seen === null ? { kind: 'none' } : { kind: 'shown', preview: seen },
        following: isFollowed ? { kind: 'followed', articleCount: null } : { kind: 'no' },
      }));
    },
    async previewFirst() {
      for (const { feed } of cards.value.slice(0, MOST_PREVIEWS)) {
        // What is shown may have changed meanwhile.
        if (cardOf(feed.feedUrl)?.preview.kind === 'none') await preview(feed.feedUrl);
      }
    },
    async look(feedUrl) {
      if (await requestAccess([feedUrl])) await preview(feedUrl);
    },
    follow(feedUrl) {
      input.onAsking(candidatesOf(cardOf(feedUrl)));
      void followWith(feedUrl, requestAccess([feedUrl]), null);
    },
    allow(feedUrl, origins) {
      input.onAsking(candidatesOf(cardOf(feedUrl)));
      void followWith(feedUrl, requestOrigins(origins), origins);
    },
  };
}

function candidatesOf(card: FoundCard | undefined): FeedCandidate[] {
  if (!card) return [];
  const { feedUrl, title, siteUrl } = card.feed;
  return [{ feedUrl, title, siteUrl }];
}

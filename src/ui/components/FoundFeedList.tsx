import type { FoundFeeds } from '../state/found-feeds';
import { FoundFeed } from './FoundFeed';

export interface FoundFeedListProps {
  found: FoundFeeds;
  now: number;
  /** Looks for feeds on a page that is there in place of a feed. */
  onLookThere: (address: string) => void;
}

/** The feeds that were found, with their headlines; nothing when there are none. */
export function FoundFeedList({ found, now, onLookThere }: FoundFeedListProps) {
  const cards = found.cards.value;
  if (cards.length === 0) return null;
  return (
    <ul class="found-feeds">
      {cards.map((card) => (
        <FoundFeed key={card.feed.feedUrl} {...{ card, now, found, onLookThere }} />
      ))}
    </ul>
  );
}

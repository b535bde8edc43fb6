import type { Story } from '../domain/model';
import { EARLIER_MS, findEarlierStory, SAME_TIME_MS } from '../domain/story/earlier';
import type { PlacedHeadline } from '../domain/story/indexed-headline';
import { NO_COUNTS } from '../domain/story/reader-counts';
import { inWriteTransaction, type WriteTransaction } from './database';
import { readHeadlines } from './headlines';
import { readStoryArticles } from './lookups';
import { readRecord } from './records';
import { plainStory } from './stored-story';

/** A week of thirty feeds; of more, the newest. */
const MOST_OLDER = 5_000;

/** The shown story of the week before that this one follows up; null when there is none. */
export async function readEarlierStory(storyId: string, now: number): Promise<Story | null> {
  // Headlines may have to be brought to hand first.
  return inWriteTransaction(
    async (tx) => {
      const { articles } = await readStoryArticles(tx, storyId);
      const visible = articles.filter(({ mutedBy }) => mutedBy.length === 0);
      const story = visible.toSorted((a, b) => a.sortAt - b.sortAt);
      const [first] = story;
      if (!first) return null;
      const before = await readBefore(tx, first.sortAt, now);
      const counts = (await readRecord(tx, 'termCounts')) ?? NO_COUNTS;
      const foundId = findEarlierStory({
        ...{ story, counts },
        before: before.filter((headline) => headline.storyId !== storyId),
      });
      const found = foundId === null ? undefined : await tx.objectStore('stories').get(foundId);
      return found && !found.isHidden ? plainStory(found) : null;
    },
    ['articles', 'statuses', 'headlines', 'records', 'stories'],
  );
}

function readBefore(tx: WriteTransaction, at: number, now: number): Promise<PlacedHeadline[]> {
  const window = { from: at - EARLIER_MS, to: at - SAME_TIME_MS };
  return readHeadlines(tx, [window], now, MOST_OLDER);
}

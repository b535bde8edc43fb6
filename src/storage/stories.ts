import type { Article, BreakingDecision, Counters, Feed, Story } from '../domain/model';
import { composeStory } from '../domain/story/compose';
import { countChange, NO_COUNTERS } from '../domain/story/counters';
import type { AnyTransaction, StoredStory, WriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { readFeedMap, readStoryArticles } from './lookups';
import { readRecord, writeRecord } from './records';
import { withIndexKeys } from './stored-story';

/** May change the breaking decision of a story while it is recomputed. */
export type DecideBreaking = (input: {
  articles: Article[];
  publisherOf: (feedId: string) => string;
  previous: BreakingDecision | null;
}) => BreakingDecision | null;

const keepDecision: DecideBreaking = ({ previous }) => previous;

/**
 * Recomputes stories from what is stored of their articles, and in the same transaction the counters
 * and the front page. Every write that changes what a list shows ends here.
 */
export async function recomposeStories(
  tx: WriteTransaction,
  storyIds: Iterable<string>,
  now: number,
  decide: DecideBreaking = keepDecision,
): Promise<Story[]> {
  const feeds = await readFeedMap(tx);
  let counters = await readCounters(tx);
  const stories: Story[] = [];
  for (const storyId of new Set(storyIds)) {
    const before = await tx.objectStore('stories').get(storyId);
    const after = await recompose(tx, { storyId, feeds, decide, before });
    counters = countChange(counters, before ?? null, after);
    if (after) {
      await tx.objectStore('stories').put(withIndexKeys(after));
      stories.push(after);
    } else {
      await tx.objectStore('stories').delete(storyId);
    }
  }
  await writeRecord(tx, 'counters', counters);
  await writeFrontPage(tx, now);
  return stories;
}

async function recompose(
  tx: WriteTransaction,
  input: {
    storyId: string;
    feeds: Map<string, Feed>;
    decide: DecideBreaking;
    before: StoredStory | undefined;
  },
): Promise<Story | null> {
  const { storyId, feeds, decide, before } = input;
  const { articles, statuses } = await readStoryArticles(tx, storyId);
  const breaking = decide({
    articles: articles.filter(({ mutedBy }) => mutedBy.length === 0),
    publisherOf: (feedId) => feeds.get(feedId)?.title ?? '',
    previous: before?.breaking ?? null,
  });
  return composeStory({ storyId, articles, statuses, feeds, breaking });
}

export async function readCounters(tx: AnyTransaction): Promise<Counters> {
  return (await readRecord(tx, 'counters')) ?? NO_COUNTERS;
}

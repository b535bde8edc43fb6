import type { Article, BreakingDecision, Counters, Feed, Story } from '../domain/model';
import { type BreakingContext, breakingTitle } from '../domain/story/breaking';
import { composeStory } from '../domain/story/compose';
import { countChange, NO_COUNTERS } from '../domain/story/counters';
import { readBreakingContext } from './breaking-context';
import type { AnyTransaction, StoredStory, WriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { readFeedMap, readStoryArticles } from './lookups';
import { readRecord, writeRecord } from './records';
import { withIndexKeys } from './stored-story';

/** May change the breaking decision of a story while it is recomputed. */
export type DecideBreaking = (input: {
  articles: Article[];
  publisherOf: (feedId: string) => string;
  isTrusted: (feedId: string) => boolean;
  previous: BreakingDecision | null;
  context: BreakingContext;
}) => BreakingDecision | null;

/** Stories in work at once: far faster than one by one, and bounded in memory. */
const READ_AT_ONCE = 200;

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
  const context = await readBreakingContext(tx, feeds, now);
  let counters = await readCounters(tx);
  const stories: Story[] = [];
  for (const chunk of chunksOf([...new Set(storyIds)], READ_AT_ONCE)) {
    const changes = await Promise.all(
      chunk.map((storyId) => recompose(tx, { storyId, feeds, decide, context, now })),
    );
    for (const { before, after } of changes) {
      counters = countChange(counters, before, after);
      if (after) stories.push(after);
    }
    await Promise.all(changes.map((change) => writeChange(tx, change)));
  }
  await writeRecord(tx, 'counters', counters);
  await writeFrontPage(tx, now);
  return stories;
}

interface StoryChange {
  storyId: string;
  before: StoredStory | null;
  after: Story | null;
}

/** A story is in five indexes: one that stayed as it was is not written. */
async function writeChange(
  tx: WriteTransaction,
  { storyId, before, after }: StoryChange,
): Promise<void> {
  const stories = tx.objectStore('stories');
  if (!after) return stories.delete(storyId);
  const stored = withIndexKeys(after);
  if (JSON.stringify(stored) !== JSON.stringify(before)) await stories.put(stored);
}

async function recompose(
  tx: WriteTransaction,
  input: {
    storyId: string;
    feeds: Map<string, Feed>;
    decide: DecideBreaking;
    context: BreakingContext;
    now: number;
  },
): Promise<StoryChange> {
  const { storyId, feeds, decide, context, now } = input;
  const before = (await tx.objectStore('stories').get(storyId)) ?? null;
  const { articles, statuses } = await readStoryArticles(tx, storyId);
  const breaking = decide({
    articles: articles.filter(({ mutedBy }) => mutedBy.length === 0),
    publisherOf: (feedId) => feeds.get(feedId)?.title ?? '',
    isTrusted: (feedId) => feeds.get(feedId)?.trustsKicker === true,
    previous: before?.breaking ?? null,
    context,
  });
  const after = composeStory({ storyId, articles, statuses, feeds, breaking });
  if (after && breaking && !before?.breaking) {
    context.decided.push({ at: now, title: breakingTitle(breaking, after.lead.title) });
  }
  return { storyId, before, after };
}

function* chunksOf<T>(list: T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

export async function readCounters(tx: AnyTransaction): Promise<Counters> {
  return (await readRecord(tx, 'counters')) ?? NO_COUNTERS;
}

import type {
  Article,
  ArticleStatus,
  BreakingDecision,
  Counters,
  Feed,
  Story,
} from '../domain/model';
import { type BreakingContext, breakingTitle } from '../domain/story/breaking';
import { composeStory } from '../domain/story/compose';
import { countChange, NO_COUNTERS } from '../domain/story/counters';
import { deleteMany, getMany, putMany } from './batch';
import { readBreakingContext } from './breaking-context';
import type { AnyTransaction, StoredStory, WriteTransaction } from './database';
import { writeFrontPage } from './front-page';
import { readArticlesOfStories, readFeedMap } from './lookups';
import { readRecord, writeRecord } from './records';
import { withIndexKeys } from './stored-story';

/** May change the breaking decision of a story while it is recomputed. */
export type DecideBreaking = (input: {
  storyId: string;
  articles: Article[];
  publisherOf: (feedId: string) => string;
  isTrusted: (feedId: string) => boolean;
  previous: BreakingDecision | null;
  context: BreakingContext;
}) => BreakingDecision | null;

/** Stories in work at once: far faster than one by one, and bounded in memory. */
const READ_AT_ONCE = 200;

/** What all stories of one change are recomputed with. */
interface Surroundings {
  feeds: Map<string, Feed>;
  /** null leaves decisions as they are: then nothing is read for them. */
  deciding: { decide: DecideBreaking; context: BreakingContext } | null;
  now: number;
}

/**
 * Recomputes stories from what is stored of their articles, and in the same transaction the counters
 * and the front page. Every write that changes what a list shows ends here.
 * @param decide null leaves the decisions on breaking as they are
 */
export async function recomposeStories(
  tx: WriteTransaction,
  storyIds: Iterable<string>,
  now: number,
  decide: DecideBreaking | null = null,
): Promise<Story[]> {
  const feeds = await readFeedMap(tx);
  const deciding = decide && { decide, context: await readBreakingContext(tx, feeds, now) };
  let counters = await readCounters(tx);
  const stories: Story[] = [];
  for (const chunk of chunksOf([...new Set(storyIds)], READ_AT_ONCE)) {
    const parts = await readParts(tx, chunk);
    const changes = parts.map((one) => recompose(one, { feeds, deciding, now }));
    for (const { before, after } of changes) {
      counters = countChange(counters, before, after);
      if (after) stories.push(after);
    }
    writeChanges(tx, changes);
  }
  await writeRecord(tx, 'counters', counters);
  await writeFrontPage(tx, now);
  return stories;
}

interface StoryParts {
  storyId: string;
  before: StoredStory | null;
  articles: Article[];
  statuses: Map<string, ArticleStatus>;
}

interface StoryChange extends Pick<StoryParts, 'storyId' | 'before'> {
  after: Story | null;
}

async function readParts(tx: WriteTransaction, storyIds: string[]): Promise<StoryParts[]> {
  const stored = await getMany(tx, 'stories', storyIds);
  const { articles, statuses } = await readArticlesOfStories(tx, storyIds);
  return storyIds.map((storyId, index) => ({
    ...{ storyId, before: stored[index] ?? null, articles: articles[index] ?? [], statuses },
  }));
}

/** A story is in five indexes: one that stayed as it was is not written. */
function writeChanges(tx: WriteTransaction, changes: StoryChange[]): void {
  const gone = changes.filter(({ after, before }) => after === null && before !== null);
  const stored = changes.flatMap(({ after, before }) => {
    const story = after && withIndexKeys(after);
    return story && JSON.stringify(story) !== JSON.stringify(before) ? [story] : [];
  });
  const goneIds = gone.map(({ storyId }) => storyId);
  deleteMany(tx, 'stories', goneIds);
  putMany(tx, 'stories', stored);
}

function recompose(parts: StoryParts, { feeds, deciding, now }: Surroundings): StoryChange {
  const { storyId, before, articles, statuses } = parts;
  const previous = before?.breaking ?? null;
  const breaking = deciding
    ? deciding.decide({
        storyId,
        articles: articles.filter(({ mutedBy }) => mutedBy.length === 0),
        publisherOf: (feedId) => feeds.get(feedId)?.title ?? '',
        isTrusted: (feedId) => feeds.get(feedId)?.trustsKicker === true,
        previous,
        context: deciding.context,
      })
    : previous;
  const after = composeStory({ storyId, articles, statuses, feeds, breaking });
  if (deciding && after && breaking && !previous) {
    deciding.context.decided.push({
      at: now,
      title: breakingTitle(breaking, after.lead.title),
    });
  }
  return { storyId, before, after };
}

/** Stories of which every article was just marked read: nothing else about them changes. */
export async function putRead(
  tx: WriteTransaction,
  stories: StoredStory[],
  now: number,
): Promise<void> {
  const read = stories
    .filter(({ isUnread }) => isUnread)
    .map((before) => ({ before, after: { ...before, isUnread: false } }));
  const counters = read.reduce(
    (sum, { before, after }) => countChange(sum, before, after),
    await readCounters(tx),
  );
  putMany(
    tx,
    'stories',
    read.map(({ after }) => after),
  );
  await writeRecord(tx, 'counters', counters);
  await writeFrontPage(tx, now);
}

function* chunksOf<T>(list: T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

export async function readCounters(tx: AnyTransaction): Promise<Counters> {
  return (await readRecord(tx, 'counters')) ?? NO_COUNTERS;
}

import type { Story } from '../model';

const HOUR_MS = 3_600_000;

/** Older stories are no longer ranked: what was big yesterday is not today's top. */
export const RANKED_MS = 36 * HOUR_MS;
/** A story weighs half as much after this time. */
const HALF_LIFE_MS = 6 * HOUR_MS;
/** What the user asked for by following a topic. */
const TOPIC_WEIGHT = 1.5;
const BREAKING_WEIGHT = 2;
/** Known already: still there, but below. */
const READ_WEIGHT = 0.25;

/** Why a story stands where it does, the strongest reason first. */
export type RankReason =
  | { kind: 'breaking' }
  | { kind: 'publishers'; count: number }
  | { kind: 'topics'; topicIds: string[] }
  | { kind: 'recent' };

type Rankable = Pick<
  Story,
  'storyId' | 'publisherCount' | 'sortAt' | 'isUnread' | 'topicIds' | 'breaking'
>;

/**
 * Orders stories for the Top view: how many publishers carry them, how fresh they are, whether they are
 * breaking or match a followed topic, and whether they were read. Nothing else: see docs/ranking.md.
 */
export function rankStories<S extends Rankable>(stories: S[], now: number): S[] {
  const weighed = stories.map((story) => ({ story, weight: weightOf(story, now) }));
  weighed.sort(
    (a, b) =>
      b.weight - a.weight ||
      b.story.sortAt - a.story.sortAt ||
      (a.story.storyId < b.story.storyId ? -1 : 1),
  );
  return weighed.map(({ story }) => story);
}

/** The second publisher says much about a story, the tenth little: their number counts by its logarithm. */
function weightOf(story: Rankable, now: number): number {
  const age = Math.max(0, now - story.sortAt);
  return (
    (1 + Math.log2(Math.max(1, story.publisherCount))) *
    2 ** (-age / HALF_LIFE_MS) *
    (story.topicIds.length > 0 ? TOPIC_WEIGHT : 1) *
    (story.breaking ? BREAKING_WEIGHT : 1) *
    (story.isUnread ? 1 : READ_WEIGHT)
  );
}

/** What put a story there; being recent is the reason when there is no other. */
export function rankReasons(story: Rankable): RankReason[] {
  const reasons: RankReason[] = [];
  if (story.breaking) reasons.push({ kind: 'breaking' });
  if (story.publisherCount > 1) reasons.push({ kind: 'publishers', count: story.publisherCount });
  if (story.topicIds.length > 0) reasons.push({ kind: 'topics', topicIds: story.topicIds });
  return reasons.length > 0 ? reasons : [{ kind: 'recent' }];
}

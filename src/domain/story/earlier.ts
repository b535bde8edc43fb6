import { groupBy } from '../group-by';
import {
  type Headline,
  languageIn,
  languagesByFeed,
  type PlacedHeadline,
} from './indexed-headline';
import { publisherKey } from './publisher-key';
import type { ReaderCounts } from './reader-counts';
import { cosineOf, type TermVector, Vocabulary } from './vocabulary';

/** What a story follows up was told up to so long before it, and not within the hours in which both may run. */
export const EARLIER_MS = 7 * 86_400_000;
export const SAME_TIME_MS = 12 * 3_600_000;

/**
 * Mean likeness of the nearest headlines from which on one story follows another up. More than it takes to
 * join a story (days lie between) and never on one publisher's word alone: its series are alike too. Read
 * by eye on three weeks of eleven outlets: 6 of 100 stories have one, and about 13 of 14 are right.
 */
const EARLIER_AT = 0.4;
const FEWEST_PUBLISHERS = 2;
const NEAREST = 3;

/** The first ones of a large story say what it is about. */
const MOST_HEADLINES = 10;

/**
 * The story of the days before that this one follows up.
 * @param story its visible headlines
 * @param before headlines of other stories, of `EARLIER_MS` up to `SAME_TIME_MS` before it
 * @returns its id; null when there is none
 */
export function findEarlierStory(input: {
  story: Headline[];
  before: PlacedHeadline[];
  counts: ReaderCounts;
}): string | null {
  const vocabulary = new Vocabulary(input.counts);
  const languages = languagesByFeed([...input.before, ...input.story]);
  const weigh = (headline: Headline): TermVector =>
    vocabulary.weigh(headline.title, languageIn(languages, headline));
  const story = input.story.slice(0, MOST_HEADLINES).map(weigh);
  let best: string | null = null;
  let bestScore = EARLIER_AT;
  for (const [storyId, headlines] of byStory(input.before)) {
    const score = likeness(story, headlines.map(weigh));
    if (score < bestScore) continue;
    best = storyId;
    bestScore = score;
  }
  return best;
}

/** Those that several publishers told. */
function byStory(headlines: PlacedHeadline[]): [string, PlacedHeadline[]][] {
  const stories = groupBy(headlines, ({ storyId }) => storyId);
  return [...stories].filter(
    ([, told]) => new Set(told.map(publisherKey)).size >= FEWEST_PUBLISHERS,
  );
}

/** Of a story's headlines the one that is most like its nearest. */
function likeness(story: TermVector[], earlier: TermVector[]): number {
  return Math.max(0, ...story.map((headline) => meanOfNearest(headline, earlier)));
}

function meanOfNearest(headline: TermVector, earlier: TermVector[]): number {
  const cosines = earlier.map((other) => cosineOf(headline, other)).sort((a, b) => b - a);
  const nearest = cosines.slice(0, NEAREST);
  return nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
}

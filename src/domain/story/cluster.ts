import type { Article } from '../model';
import { type Headline, indexed, languagesByFeed, type PlacedHeadline } from './indexed-headline';
import { decayCounts, type ReaderCounts } from './reader-counts';
import { createStoryIndex } from './story-index';
import { Vocabulary } from './vocabulary';

export { STORY_WINDOW_MS } from './story-index';

/**
 * Assigns each arriving article to the story of the headlines it is most like, else to a new one of
 * its own. Articles that already are in a story never move.
 *
 * Story ids are made from their first article's, so that doing it again after a crash gives the same.
 * @returns story ids by article id, and the counts with the arrivals counted in.
 */
export function clusterArticles(input: {
  arrivals: Article[];
  /** In the stories of the last day. */
  recent: PlacedHeadline[];
  counts: ReaderCounts;
  now: number;
}): { storyIds: Map<string, string>; counts: ReaderCounts } {
  const vocabulary = new Vocabulary(decayCounts(input.counts, input.now));
  const index = createStoryIndex(vocabulary);
  const languages = languagesByFeed([...input.recent, ...input.arrivals]);
  for (const headline of [...input.recent].sort(byTime)) {
    index.remember(indexed(headline, languages), headline.storyId);
  }
  const storyIds = new Map<string, string>();
  for (const arrival of [...input.arrivals].sort(byTime)) {
    const own = `s${arrival.articleId}`;
    storyIds.set(arrival.articleId, index.place(indexed(arrival, languages), own));
  }
  return { storyIds, counts: vocabulary.counts() };
}

function byTime(a: Headline, b: Headline): number {
  return a.sortAt - b.sortAt || (a.articleId < b.articleId ? -1 : 1);
}

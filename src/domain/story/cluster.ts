import type { Article } from '../model';
import { languageOf } from './language';
import { publisherKey } from './publisher-key';
import { decayCounts, type ReaderCounts } from './reader-counts';
import { createStoryIndex, type IndexedHeadline } from './story-index';
import { Vocabulary } from './vocabulary';

export { STORY_WINDOW_MS } from './story-index';

type Headline = Pick<Article, 'articleId' | 'feedId' | 'title' | 'url' | 'sortAt'>;
type KnownHeadline = Headline & { storyId: string };

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
  recent: KnownHeadline[];
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

function indexed(headline: Headline, languages: Map<string, string | null>): IndexedHeadline {
  const { title, url, feedId, sortAt } = headline;
  const language = languages.get(feedId) ?? languageOf([title]);
  return { title, url, feedId, publisher: publisherKey(headline), language, at: sortAt };
}

/** A headline alone tells its language badly, one of names not at all; its feed as a whole does. */
function languagesByFeed(headlines: Headline[]): Map<string, string | null> {
  const titles = new Map<string, string[]>();
  for (const { feedId, title } of headlines) {
    const list = titles.get(feedId);
    if (list) list.push(title);
    else titles.set(feedId, [title]);
  }
  return new Map([...titles].map(([feedId, list]) => [feedId, languageOf(list)]));
}

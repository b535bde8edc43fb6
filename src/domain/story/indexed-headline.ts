import { groupBy } from '../group-by';
import type { Article } from '../model';
import { languageOf } from './language';
import { publisherKey } from './publisher-key';
import type { IndexedHeadline } from './story-index';

export type Headline = Pick<Article, 'articleId' | 'feedId' | 'title' | 'url' | 'sortAt'>;
export type PlacedHeadline = Headline & { storyId: string };

export type Languages = Map<string, string | null>;

export function indexed(headline: Headline, languages: Languages): IndexedHeadline {
  const { title, url, feedId, sortAt } = headline;
  const language = languageIn(languages, headline);
  return { title, url, feedId, publisher: publisherKey(headline), language, at: sortAt };
}

/** Its feed's, else what its own words say. */
export function languageIn(languages: Languages, { feedId, title }: Headline): string | null {
  return languages.get(feedId) ?? languageOf([title]);
}

/** A headline alone tells its language badly, one of names not at all; its feed as a whole does. */
export function languagesByFeed(headlines: Headline[]): Languages {
  const byFeed = groupBy(headlines, ({ feedId }) => feedId);
  const titlesOf = (list: Headline[]) => list.map(({ title }) => title);
  return new Map([...byFeed].map(([feedId, list]) => [feedId, languageOf(titlesOf(list))]));
}

import type { Article } from '../model';
import { languageOf } from './language';
import { publisherKey } from './publisher-key';
import type { IndexedHeadline } from './story-index';

export type Headline = Pick<Article, 'articleId' | 'feedId' | 'title' | 'url' | 'sortAt'>;
export type PlacedHeadline = Headline & { storyId: string };

export function indexed(
  headline: Headline,
  languages: Map<string, string | null>,
): IndexedHeadline {
  const { title, url, feedId, sortAt } = headline;
  const language = languages.get(feedId) ?? languageOf([title]);
  return { title, url, feedId, publisher: publisherKey(headline), language, at: sortAt };
}

/** A headline alone tells its language badly, one of names not at all; its feed as a whole does. */
export function languagesByFeed(headlines: Headline[]): Map<string, string | null> {
  const titles = new Map<string, string[]>();
  for (const { feedId, title } of headlines) {
    const list = titles.get(feedId);
    if (list) list.push(title);
    else titles.set(feedId, [title]);
  }
  return new Map([...titles].map(([feedId, list]) => [feedId, languageOf(list)]));
}

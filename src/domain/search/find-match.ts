import type { Article, Feed, Story } from '../model';
import { leadOf } from '../story/compose';
import { isSatisfied } from '../topic/match';
import type { SearchState } from './query';
import type { ReadySearch } from './resolve';
import { foldedTexts } from './texts';

/** A story, with the article as its lead by which it was found. */
export interface SearchMatch {
  story: Story;
  article: Article;
}

/** Whether an article that may be shown is what was searched for; its story may still not be. */
export function isWanted(article: Article, search: ReadySearch): boolean {
  const { alternatives, feedIds, notFeedIds, from, to } = search;
  if (feedIds && !feedIds.has(article.feedId)) return false;
  if (notFeedIds.has(article.feedId) || article.sortAt < from || article.sortAt >= to) return false;
  if (alternatives.length === 0) return true;
  const texts = foldedTexts(article);
  return alternatives.some((alternative) => isSatisfied(alternative, texts));
}

export function isWantedStory(story: Story, search: ReadySearch): boolean {
  const isHiddenWanted = search.states.some(
    ({ state, isWanted }) => state === 'hidden' && isWanted,
  );
  // Hidden by nothing that could be shown again: its feeds were removed.
  const isGone = story.isHidden && story.mutedBy.length === 0;
  if (isGone || (story.isHidden && !isHiddenWanted)) return false;
  const ids = [...story.topicIds, ...story.mutedBy];
  return (
    search.states.every(({ state, isWanted }) => hasState(story, state) === isWanted) &&
    search.topicIds.every((some) => some.some((topicId) => ids.includes(topicId))) &&
    !search.notTopicIds.some((topicId) => ids.includes(topicId))
  );
}

function hasState(story: Story, state: SearchState): boolean {
  switch (state) {
    case 'unread':
      return story.isUnread;
    case 'read':
      return !story.isUnread;
    case 'saved':
      return story.isSaved;
    case 'hidden':
      return story.isHidden;
  }
}

/**
 * Shows a story by its lead when that is what was searched for, as lists do, else by its newest article
 * that is.
 * @param articles of the story
 */
export function findMatch(
  story: Story,
  articles: Article[],
  { search, feeds }: { search: ReadySearch; feeds: ReadonlyMap<string, Feed> },
): SearchMatch | null {
  if (!isWantedStory(story, search)) return null;
  const wanted = articles.filter(
    (article) =>
      (story.isHidden || article.mutedBy.length === 0) &&
      feeds.get(article.feedId)?.removedAt === null &&
      isWanted(article, search),
  );
  const [first] = wanted.toSorted(byNewest);
  const article = wanted.find(({ articleId }) => articleId === story.lead.articleId) ?? first;
  if (!article) return null;
  const { sortAt, feedId } = article;
  return { story: { ...story, sortAt, lead: leadOf(article, feeds.get(feedId)) }, article };
}

function byNewest(a: Article, b: Article): number {
  return b.sortAt - a.sortAt || (a.articleId < b.articleId ? -1 : 1);
}

import type { Article, ArticleStatus, BreakingDecision, Feed, Story, StoryLead } from '../model';
import { byArrival } from './by-arrival';
import { editedAtOf } from './edited';
import { publisherKey } from './publisher-key';

export interface StoryParts {
  storyId: string;
  /** All articles of the story, also muted ones and those of removed feeds. */
  articles: Article[];
  statuses: Map<string, ArticleStatus>;
  feeds: Map<string, Feed>;
  breaking: BreakingDecision | null;
}

/**
 * Computes a story from its articles: one place decides what a row shows, what counts as unread and
 * what is hidden.
 *
 * The lead is the first visible article in order of arrival and gives the row its place in time, so
 * that rows do not jump when further publishers join. A story is read once any of its visible
 * versions was read: the event is known then.
 * @returns null when no article is left.
 */
export function composeStory(parts: StoryParts): Story | null {
  const articles = [...parts.articles].sort(byArrival);
  const followed = articles.filter((article) => isFollowed(parts.feeds.get(article.feedId)));
  const visible = followed.filter((article) => article.mutedBy.length === 0);
  const lead = visible[0] ?? followed[0] ?? articles[0];
  if (!lead) return null;
  const shown = visible.length > 0 ? visible : followed;
  const statuses = shown.map((article) => parts.statuses.get(article.articleId));
  return {
    storyId: parts.storyId,
    articleIds: articles.map((article) => article.articleId),
    lead: leadOf(lead, parts.feeds.get(lead.feedId)),
    publisherCount: new Set(shown.map(publisherKey)).size,
    sortAt: lead.sortAt,
    isUnread: shown.length > 0 && statuses.every((status) => (status?.readAt ?? null) === null),
    isSaved: statuses.some((status) => (status?.savedAt ?? null) !== null),
    isHidden: visible.length === 0,
    topicIds: [...new Set(visible.flatMap((article) => article.topicIds))].sort(),
    mutedBy:
      visible.length === 0
        ? [...new Set(followed.flatMap((article) => article.mutedBy))].sort()
        : [],
    breaking: parts.breaking,
  };
}

function isFollowed(feed: Feed | undefined): boolean {
  return feed !== undefined && feed.removedAt === null;
}

export function leadOf(article: Article, feed: Feed | undefined): StoryLead {
  const editedAt = editedAtOf(article);
  return {
    articleId: article.articleId,
    feedId: article.feedId,
    publisher: feed?.title ?? '',
    title: article.title,
    url: article.url,
    publishedAt: article.publishedAt,
    updatedAt: editedAt,
    isEdited: editedAt !== null,
    imageUrl: article.imageUrl,
  };
}

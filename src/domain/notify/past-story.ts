import type { Article, ArticleStatus, Feed, Story } from '../model';
import { composeStory } from '../story/compose';
import type { Edit } from './judge';

/** A story with all that is stored about it. */
export interface StoredParts {
  story: Story;
  /** In order of arrival. */
  articles: Article[];
  statuses: Map<string, ArticleStatus>;
  feeds: Map<string, Feed>;
}

/**
 * A story as it was at an earlier time: what had not arrived yet is left out, and what was read,
 * edited or decided later was not so then. Mutes are the present ones.
 */
export function storyAt({ story, articles, statuses, feeds }: StoredParts, at: number) {
  const { storyId, breaking } = story;
  const arrived = articles.filter(({ arrivedAt }) => arrivedAt <= at);
  const asThen = arrived.map((article) => articleAt(article, at));
  const readThen = arrived.flatMap(({ articleId }) => {
    const status = statuses.get(articleId);
    const wasRead = status?.readAt != null && status.readAt <= at;
    return status ? [[articleId, wasRead ? status : { ...status, readAt: null }] as const] : [];
  });
  return composeStory({
    ...{ storyId, articles: asThen, statuses: new Map(readThen), feeds },
    breaking: breaking && breaking.decidedAt <= at ? breaking : null,
  });
}

/** The articles of a story that were edited at exactly this time. */
export function editsAt({ articles, statuses }: StoredParts, at: number): Edit[] {
  return articles
    .filter(({ revisions }) => revisions.some(({ replacedAt }) => replacedAt === at))
    .map((article) => {
      const readAt = statuses.get(article.articleId)?.readAt ?? null;
      return { article: articleAt(article, at), wasRead: readAt !== null && readAt <= at };
    });
}

function articleAt(article: Article, at: number): Article {
  const revisions = article.revisions.filter(({ replacedAt }) => replacedAt <= at);
  const updatedAt = revisions.at(-1)?.replacedAt ?? null;
  const { title, summary } = article.revisions.find(({ replacedAt }) => replacedAt > at) ?? article;
  return { ...article, title, summary, revisions, updatedAt };
}

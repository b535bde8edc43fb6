import type { Article, ArticleStatus } from '../model';
import { isReworded } from './wording';

/** Earlier wordings kept of one article; live reports change many times a day. */
const MOST_REVISIONS = 10;

export interface Merge {
  added: Article[];
  edited: Article[];
  /** Known and not materially different. */
  unchanged: Article[];
}

/**
 * Compares what a feed lists now with what is stored. Idempotent: merging the same items again
 * changes nothing.
 */
export function mergeArticles(input: {
  incoming: Article[];
  stored: Map<string, Article>;
  statuses: Map<string, ArticleStatus>;
  now: number;
}): Merge {
  const merge: Merge = { added: [], edited: [], unchanged: [] };
  for (const article of input.incoming) {
    const stored = input.stored.get(article.articleId);
    const status = input.statuses.get(article.articleId);
    if (!stored) merge.added.push(status ? comeBack(article, status) : article);
    else if (isEdited(stored, article)) merge.edited.push(edit(stored, article, input.now));
    else merge.unchanged.push(stored);
  }
  return merge;
}

/** Listed again after it was dropped here: keeps its place in time, and is nothing to tell. */
function comeBack(article: Article, status: ArticleStatus): Article {
  const sortAt = Math.min(article.sortAt, status.arrivedAt);
  return { ...article, arrivedAt: status.arrivedAt, sortAt, isBacklog: true };
}

function isEdited(stored: Article, incoming: Article): boolean {
  return (
    isReworded(stored, incoming) ||
    isDated(stored, incoming) ||
    (incoming.updatedAt !== null && incoming.updatedAt > (stored.updatedAt ?? 0))
  );
}

/** The publisher added a date, or it could not be believed while the device's clock was behind. */
const isDated = (stored: Article, incoming: Article): boolean =>
  stored.publishedAt === null && incoming.publishedAt !== null;

function edit(stored: Article, incoming: Article, now: number): Article {
  const revision = {
    title: stored.title,
    summary: stored.summary,
    replacedAt: newerTime(stored, incoming) ?? now,
  };
  const revisions = isReworded(stored, incoming)
    ? [...stored.revisions, revision].slice(-MOST_REVISIONS)
    : stored.revisions;
  const { title, summary, url, author, tags, imageUrl, commentsUrl, kicker } = incoming;
  const updatedAt = newerTime(stored, incoming) ?? stored.updatedAt;
  const publishedAt = stored.publishedAt ?? incoming.publishedAt;
  const sortAt = isDated(stored, incoming)
    ? Math.min(incoming.sortAt, stored.arrivedAt)
    : stored.sortAt;
  return {
    ...stored,
    ...{ publishedAt, sortAt },
    ...{ title, summary, url, author, tags, imageUrl, commentsUrl, kicker },
    updatedAt,
    revisions,
  };
}

function newerTime(stored: Article, incoming: Article): number | null {
  const { updatedAt } = incoming;
  return updatedAt !== null && updatedAt > (stored.updatedAt ?? 0) ? updatedAt : null;
}

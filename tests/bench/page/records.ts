/** Records as Dateline stores them: articles of fifty feeds over four weeks, each a story of its own. */

import type { Article, ArticleStatus, Feed } from '../../../src/domain/model';
import { composeStory } from '../../../src/domain/story/compose';
import type { StoredStory } from '../../../src/storage/database';
import { withIndexKeys } from '../../../src/storage/stored-story';
import { makeArticle, makeStatus } from '../../support/make';
import { createLanguage } from '../language';

const FEEDS = 50;
const DAYS = 28;
const BATCH = 1_000;
/** The newest; whoever has that much stored has read or marked the rest. */
export const UNREAD = 1_000;

export const feedUrls = Array.from(
  { length: FEEDS },
  (_, index) => `https://feed-${index}.example/`,
);

const { textOf } = createLanguage('en');

export function articleOf(number: number, sortAt: number, feeds: Feed[]): Article {
  const words = textOf(number);
  const articleId = `bench${number}`;
  return makeArticle({
    ...{ articleId, guid: `n-${number}`, url: `https://news.example/${number}` },
    ...{ title: words(8), summary: words(30), tags: ['World'] },
    ...{ feedId: feeds[number % feeds.length]?.feedId ?? '', storyId: `s${articleId}` },
    ...{ publishedAt: sortAt, arrivedAt: sortAt, sortAt },
  });
}

export interface RecordBatch {
  articles: Article[];
  statuses: ArticleStatus[];
  stories: StoredStory[];
}

/** So many records, oldest first, in batches for one transaction each. */
export function* batchesOf(count: number, feeds: Feed[], now: number): Generator<RecordBatch> {
  const byId = new Map(feeds.map((feed) => [feed.feedId, feed]));
  const step = (DAYS * 86_400_000) / count;
  for (let start = 0; start < count; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - start) }, (_, i) => start + i);
    const articles = numbers.map((number) =>
      articleOf(number, now - Math.round((count - number) * step), feeds),
    );
    const readAt = start + BATCH > count - UNREAD ? null : now;
    const statuses = articles.map(({ articleId, feedId, arrivedAt }) =>
      makeStatus({ articleId, feedId, arrivedAt, lastSeenAt: now, readAt }),
    );
    const marks = new Map(statuses.map((status) => [status.articleId, status]));
    const stories = articles.flatMap((article) => {
      const storyId = article.storyId ?? '';
      const parts = { storyId, articles: [article], statuses: marks, feeds: byId, breaking: null };
      const story = composeStory(parts);
      return story ? [withIndexKeys(story)] : [];
    });
    yield { articles, statuses, stories };
  }
}

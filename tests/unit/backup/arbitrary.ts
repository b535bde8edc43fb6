import fc from 'fast-check';
import { feedIdOf } from '../../../src/domain/article/identity';
import type { KeptArticle } from '../../../src/domain/backup/entry';
import type {
  Article,
  ArticleStatus,
  BreakingDecision,
  Feed,
  Topic,
} from '../../../src/domain/model';
import { NEW_RECORD } from '../../../src/domain/notify/record';
import { makeArticle, makeFeed, makeStatus, makeTopic, NOW } from '../../support/make';

/** What a person may have stored, for whole feeds and one by one. */
const ids = (prefix: string) => fc.nat(12).map((at) => `${prefix}${at}`);
const times = fc.nat(10_000).map((at) => NOW + at);
const texts = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `x${text.trim()}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

export const FEED_NAMES = ['gazette', 'orbit', 'harbor'];
export const urlOf = (name: string) => `https://${name}.example/feed`;
const feedIds = fc.constantFrom(...FEED_NAMES.map((name) => feedIdOf(urlOf(name))));

export const feeds: fc.Arbitrary<Feed> = fc
  .record({
    name: fc.constantFrom(...FEED_NAMES),
    title: texts,
    addedAt: times,
    trustsKicker: fc.boolean(),
  })
  .map(({ name, ...feed }) =>
    makeFeed({
      ...feed,
      feedId: feedIdOf(urlOf(name)),
      feedUrl: urlOf(name),
      siteUrl: `https://${name}.example/`,
    }),
  );

export const topics: fc.Arbitrary<Topic> = fc
  .record({
    ...{ topicId: ids('t'), name: texts, query: fc.constantFrom('missile', 'rain', 'harbor') },
    ...{
      action: fc.constantFrom('follow' as const, 'mute' as const),
      createdAt: times,
      untilAt: maybe(times),
    },
  })
  .map((topic) => makeTopic(topic));

const articles: fc.Arbitrary<Article> = fc
  .record({
    ...{ articleId: ids('a'), feedId: feedIds, title: texts, summary: texts, guid: maybe(texts) },
    ...{ arrivedAt: times, sortAt: times, publishedAt: maybe(times), updatedAt: maybe(times) },
    ...{
      storyId: maybe(ids('s')),
      isBacklog: fc.boolean(),
      tags: fc.array(texts, { maxLength: 2 }),
    },
    revisions: fc.array(fc.record({ title: texts, summary: texts, replacedAt: times }), {
      maxLength: 2,
    }),
  })
  .map((article) => makeArticle({ ...article, url: `https://x.example/${article.articleId}` }));

const statuses = fc
  .record({ readAt: maybe(times), savedAt: maybe(times), lastSeenAt: times, arrivedAt: times })
  .map((status): Omit<ArticleStatus, 'articleId' | 'feedId'> => makeStatus(status));

/** An article with its status, or either alone. */
export const keptArticles: fc.Arbitrary<KeptArticle> = fc
  .record({
    article: articles,
    status: statuses,
    alone: fc.constantFrom('article', 'status', 'no', 'no', 'no'),
  })
  .map(({ article, status, alone }) => {
    const { articleId, feedId } = article;
    return {
      article: alone === 'status' ? null : article,
      status: alone === 'article' ? null : { ...status, articleId, feedId },
    };
  });

export const decisions: fc.Arbitrary<BreakingDecision> = fc.record({
  decidedAt: times,
  reasons: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('burst' as const), ratio: fc.nat(9) }),
      fc.record({ kind: fc.constant('severity' as const), word: texts }),
      fc.record({ kind: fc.constant('kicker' as const), word: texts, publisher: texts }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
});

export const notifications = fc
  .record({
    notificationId: ids('n'),
    storyIds: fc.array(ids('s'), { maxLength: 2 }),
    decidedAt: times,
    because: fc.array(texts, { maxLength: 2 }),
  })
  .map((record) => ({
    ...NEW_RECORD,
    ...record,
    shownAt: record.decidedAt,
    reason: 'breaking' as const,
  }));

export const held = fc
  .record({ heldId: ids('h'), storyId: ids('s'), title: texts, publisher: texts, heldAt: times })
  .map((story) => ({
    ...story,
    ...{
      reason: 'topic' as const,
      heldBack: 'quiet' as const,
      because: [],
      isWaiting: false,
      toldAt: null,
    },
  }));

export const distinct = <T>(
  values: fc.Arbitrary<T>,
  key: (value: T) => string,
  maxLength: number,
) => fc.uniqueArray(values, { selector: key, maxLength });

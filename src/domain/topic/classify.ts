import type { Article, Topic } from '../model';
import { failure, type Result, success } from '../result';
import { publisherKey } from '../story/publisher-key';
import { type MatchableArticle, matchesArticle } from './match';
import { parseTopicQuery, type TopicQuery, type TopicQueryError } from './query';

/** What a topic looks for. */
export type TopicAim = Pick<Topic, 'query' | 'publishers'>;

export interface TopicMatcher {
  /** null: everything that the publishers write. */
  query: TopicQuery | null;
  /** None: of all publishers. */
  publishers: ReadonlySet<string>;
}

export interface ReadyTopic {
  topic: Topic;
  matcher: TopicMatcher;
}

/** Reads a topic's aim. Without words it needs publishers. */
export function readTopicAim({
  query,
  publishers,
}: TopicAim): Result<TopicMatcher, TopicQueryError> {
  const read = parseTopicQuery(query);
  const named = new Set(publishers);
  if (read.ok) return success({ query: read.value, publishers: named });
  if (read.error.kind !== 'empty' || named.size === 0) return failure(read.error);
  return success({ query: null, publishers: named });
}

export function isCaught(
  { query, publishers }: TopicMatcher,
  article: MatchableArticle & Pick<Article, 'url' | 'feedId'>,
): boolean {
  if (publishers.size > 0 && !publishers.has(publisherKey(article))) return false;
  return query === null || matchesArticle(query, article);
}

/**
 * Parses the topics' queries once for many articles. A query that cannot be read matches nothing, and so
 * does a topic that has ended.
 */
export function readyTopics(topics: Topic[]): ReadyTopic[] {
  return topics.flatMap((topic) => {
    const aim = readTopicAim(topic);
    return aim.ok && topic.endedAt === null ? [{ topic, matcher: aim.value }] : [];
  });
}

/** The article with the topics it matches now. */
export function classify(article: Article, topics: ReadyTopic[]): Article {
  const matching = topics.filter(({ matcher }) => isCaught(matcher, article));
  const idsOf = (action: Topic['action']) =>
    matching.filter(({ topic }) => topic.action === action).map(({ topic }) => topic.topicId);
  return { ...article, topicIds: idsOf('follow'), mutedBy: idsOf('mute') };
}

import type { Article, Topic } from '../model';
import { matchesArticle } from './match';
import { parseTopicQuery, type TopicQuery } from './query';

export interface ReadyTopic {
  topic: Topic;
  query: TopicQuery;
}

/** Parses the topics' queries once for many articles. A query that cannot be read matches nothing. */
export function readyTopics(topics: Topic[]): ReadyTopic[] {
  return topics.flatMap((topic) => {
    const query = parseTopicQuery(topic.query);
    return query.ok ? [{ topic, query: query.value }] : [];
  });
}

/** The article with the topics it matches now. */
export function classify(article: Article, topics: ReadyTopic[]): Article {
  const matching = topics.filter(({ query }) => matchesArticle(query, article));
  const idsOf = (action: Topic['action']) =>
    matching.filter(({ topic }) => topic.action === action).map(({ topic }) => topic.topicId);
  return { ...article, topicIds: idsOf('follow'), mutedBy: idsOf('mute') };
}

import { feedFinder } from '../feed/find-feed';
import { isSameRecord, type JsonObject } from '../json';
import type { Feed, Topic } from '../model';
import { aimOf } from './aim';
import type { Choices, ChoicesChange } from './model';
import { ownSettings, sharedSettings } from './own-settings';

/** What has to be done so that exactly the wanted choices are there. What the browser alone knows of itself stays. */
export function changeTo(wanted: Choices, local: Choices): ChoicesChange {
  return {
    ...feedsTo(wanted.feeds, local.feeds),
    ...topicsTo(wanted.topics, local.topics),
    settings: settingsTo(wanted.settings, local.settings),
  };
}

/** What has to be done so that the others are there too. What is there stays as it is. */
export function changeToAlso(others: Choices, local: Choices): ChoicesChange {
  const { putFeeds } = feedsTo(others.feeds, local.feeds);
  const followed = new Set(
    local.feeds.filter(({ removedAt }) => removedAt === null).map(({ feedId }) => feedId),
  );
  const topics = new Set(local.topics.flatMap((topic) => [topic.topicId, aimOf(topic)]));
  return {
    putFeeds: putFeeds.filter(({ feedId }) => !followed.has(feedId)),
    joinFeeds: [],
    removeFeedIds: [],
    putTopics: others.topics.filter(
      (topic) => !topics.has(topic.topicId) && !topics.has(aimOf(topic)),
    ),
    removeTopicIds: [],
    settings: null,
  };
}

function feedsTo(
  wanted: Feed[],
  local: Feed[],
): Pick<ChoicesChange, 'putFeeds' | 'joinFeeds' | 'removeFeedIds'> {
  const find = feedFinder(local);
  const byId = new Map(local.map((feed) => [feed.feedId, feed]));
  const stays = new Set<string>();
  const putFeeds = wanted.flatMap((feed) => {
    const known = byId.get(feed.feedId) ?? find(feed.feedUrl);
    const next = { ...feed, feedId: known?.feedId ?? feed.feedId, removedAt: null };
    if (stays.has(next.feedId)) return [];
    stays.add(next.feedId);
    return known && isSameRecord(known, next) ? [] : [next];
  });
  const gone = local.filter(({ feedId, removedAt }) => removedAt === null && !stays.has(feedId));
  return { putFeeds, joinFeeds: [], removeFeedIds: gone.map(({ feedId }) => feedId) };
}

function topicsTo(
  wanted: Topic[],
  local: Topic[],
): Pick<ChoicesChange, 'putTopics' | 'removeTopicIds'> {
  const byId = new Map(local.map((topic) => [topic.topicId, topic]));
  const stays = new Set(wanted.map(({ topicId }) => topicId));
  return {
    putTopics: wanted.filter((topic) => {
      const known = byId.get(topic.topicId);
      return !known || !isSameRecord(known, topic);
    }),
    removeTopicIds: local.map(({ topicId }) => topicId).filter((topicId) => !stays.has(topicId)),
  };
}

function settingsTo(wanted: JsonObject, local: JsonObject): JsonObject | null {
  const next = { ...ownSettings(local), ...sharedSettings(wanted) };
  return isSameRecord(next, local) ? null : next;
}

import type { Choices, ChoicesChange } from './model';

/** A change in the words of the user: names, and how much else. */
export interface ChoicesDifference {
  feedsAdded: string[];
  feedsRemoved: string[];
  feedsChanged: number;
  topicsAdded: string[];
  topicsRemoved: string[];
  topicsChanged: number;
  areSettingsChanged: boolean;
}

export function differenceOf(change: ChoicesChange, local: Choices): ChoicesDifference {
  const followed = new Map(
    local.feeds
      .filter(({ removedAt }) => removedAt === null)
      .map(({ feedId, title }) => [feedId, title]),
  );
  const topics = new Map(local.topics.map(({ topicId, name }) => [topicId, name]));
  const newFeeds = change.putFeeds.filter(({ feedId }) => !followed.has(feedId));
  const newTopics = change.putTopics.filter(({ topicId }) => !topics.has(topicId));
  const goneFeeds = [...change.removeFeedIds, ...change.joinFeeds.map(({ from }) => from)];
  return {
    feedsAdded: byName(newFeeds.map(({ title }) => title)),
    feedsRemoved: byName(goneFeeds.flatMap((feedId) => followed.get(feedId) ?? [])),
    feedsChanged: change.putFeeds.length - newFeeds.length,
    topicsAdded: byName(newTopics.map(({ name }) => name)),
    topicsRemoved: byName(change.removeTopicIds.flatMap((topicId) => topics.get(topicId) ?? [])),
    topicsChanged: change.putTopics.length - newTopics.length,
    areSettingsChanged: change.settings !== null,
  };
}

const byName = (names: string[]): string[] => names.sort((a, b) => a.localeCompare(b));

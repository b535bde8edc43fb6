import type {
  Article,
  BreakingDecision,
  HeldBackReason,
  NotificationLevel,
  NotificationReason,
  Story,
  Topic,
} from '../model';
import type { NotificationSettings } from './settings';

export interface Cause {
  reason: NotificationReason;
  because: string[];
}

export interface Wishes {
  level: NotificationLevel;
  settings: NotificationSettings;
  topics: Topic[];
}

export type TopicChoice = 'level' | 'always' | 'never';

/** A topic's own switch, in the words of the choice that the options page offers. */
export function topicChoice(
  { topicId, isNotifying }: Pick<Topic, 'topicId' | 'isNotifying'>,
  { silentTopicIds }: Pick<NotificationSettings, 'silentTopicIds'>,
): TopicChoice {
  if (isNotifying) return 'always';
  return silentTopicIds.includes(topicId) ? 'never' : 'level';
}

/**
 * Why a story with these new articles is worth a notification, as the user wishes it. "Never" of a
 * feed or topic goes before everything; "always" counts at every level but off.
 * @returns null when nothing asks for one.
 */
export function causeOf(story: Story, arrivals: Article[], wishes: Wishes): Cause | null {
  const { level, settings } = wishes;
  if (level === 'off') return null;
  if (story.breaking) return { reason: 'breaking', because: kickersOf(story.breaking) };
  const wanted = wishes.topics.filter((topic) => {
    const choice = topicChoice(topic, settings);
    const isAsked = choice === 'always' || (choice === 'level' && level !== 'breaking');
    return story.topicIds.includes(topic.topicId) && isAsked;
  });
  if (wanted.length > 0) return { reason: 'topic', because: wanted.map(({ name }) => name) };
  if (arrivals.some(({ feedId }) => settings.feeds[feedId] === 'always')) {
    return { reason: 'feed', because: [] };
  }
  return level === 'everything' ? { reason: 'everything', because: [] } : null;
}

/** What the user has ruled out about a story whose news comes from these feeds. */
export function objectionTo(
  story: Story,
  feedIds: string[],
  { settings, topics }: Wishes,
): HeldBackReason | null {
  const isSilent = topics.some(
    (topic) => story.topicIds.includes(topic.topicId) && topicChoice(topic, settings) === 'never',
  );
  if (isSilent) return 'topic-off';
  const isRuledOut = feedIds.length > 0 && feedIds.every((id) => settings.feeds[id] === 'never');
  return isRuledOut ? 'feed-off' : null;
}

/** Only the publisher's own mark is its word for it; a grave word of a headline is not. */
function kickersOf({ reasons }: BreakingDecision): string[] {
  const words = reasons.flatMap((reason) => (reason.kind === 'kicker' ? [reason.word] : []));
  return [...new Set(words)];
}

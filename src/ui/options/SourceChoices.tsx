import type { Feed, Topic } from '../../domain/model';
import { type TopicChoice, topicChoice } from '../../domain/notify/reason';
import type { NotificationSettings } from '../../domain/notify/settings';
import { t } from '../i18n';

export interface SourceChoicesProps {
  settings: NotificationSettings;
  feeds: Feed[];
  topics: Topic[];
  onFeeds: (choices: NotificationSettings['feeds']) => void;
  onTopic: (topic: Topic, choice: TopicChoice) => void;
}

const choices = [
  ['level', 'followLevel'],
  ['always', 'tellAlways'],
  ['never', 'tellNever'],
] as const;

interface ChoiceProps {
  name: string;
  value: TopicChoice;
  onChange: (choice: TopicChoice) => void;
}

function Choice({ name, value, onChange }: ChoiceProps) {
  return (
    <li class="source-choice">
      <bdi>{name}</bdi>
      <select
        aria-label={t('notifyNamed', name)}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as TopicChoice)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {t(text)}
          </option>
        ))}
      </select>
    </li>
  );
}

/** Feeds and topics that do not follow the level. */
export function SourceChoices({ settings, feeds, topics, onFeeds, onTopic }: SourceChoicesProps) {
  const setFeed = (feedId: string, choice: TopicChoice) => {
    const { [feedId]: _, ...others } = settings.feeds;
    onFeeds(choice === 'level' ? others : { ...others, [feedId]: choice });
  };
  if (feeds.length + topics.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('sourceChoices')}</summary>
      <p class="note">{t('sourceChoicesText')}</p>
      <ul>
        {topics.map((topic) => (
          <Choice
            key={topic.topicId}
            name={topic.name}
            value={topicChoice(topic, settings)}
            onChange={(choice) => onTopic(topic, choice)}
          />
        ))}
        {feeds.map(({ feedId, title }) => (
          <Choice
            key={feedId}
            name={title}
            value={settings.feeds[feedId] ?? 'level'}
            onChange={(choice) => setFeed(feedId, choice)}
          />
        ))}
      </ul>
    </details>
  );
}

import type { Topic } from '../../domain/model';
import { IconButton } from '../components/IconButton';
import { locale, t } from '../i18n';
import type { Publisher } from '../state/topic-editor';
import { momentText } from '../time-text';

export interface TopicItemProps {
  topic: Topic;
  /** Of the followed feeds. */
  publishers: Publisher[];
  now: number;
  onEdit: () => void;
  onRemove: () => void;
}

function TopicMeta({ topic, publishers, now }: Omit<TopicItemProps, 'onEdit' | 'onRemove'>) {
  const { query, action, isNotifying, untilAt, endedAt } = topic;
  const names = topic.publishers.map(
    (key) => publishers.find((publisher) => publisher.key === key)?.names[0] ?? key,
  );
  return (
    <p class="meta">
      <span>{t(action === 'follow' ? 'topicFollowed' : 'topicMuted')}</span>
      {action === 'follow' && isNotifying && <span>{t('topicNotifying')}</span>}
      {query !== '' && (
        <span class="query">
          <bdi>{query}</bdi>
        </span>
      )}
      {names.length > 0 && (
        <span>{t('topicOnlyIn', new Intl.ListFormat(locale()).format(names))}</span>
      )}
      {endedAt !== null && <span class="edited">{t('topicEnded', momentText(endedAt, now))}</span>}
      {endedAt === null && untilAt !== null && (
        <span>{t('topicEnds', momentText(untilAt, now))}</span>
      )}
    </p>
  );
}

export function TopicItem({ onEdit, onRemove, ...props }: TopicItemProps) {
  const { name } = props.topic;
  return (
    <li class="item">
      <h3 class="item-title">
        <bdi>{name}</bdi>
      </h3>
      <TopicMeta {...props} />
      <div class="actions">
        <IconButton icon="edit" label={t('editNamed', name)} onClick={onEdit} />
        <IconButton icon="remove" label={t('removeNamed', name)} onClick={onRemove} />
      </div>
    </li>
  );
}

import type { Topic } from '../../domain/model';
import { IconButton } from '../components/IconButton';
import { t } from '../i18n';

export interface TopicItemProps {
  topic: Topic;
  onEdit: () => void;
  onRemove: () => void;
}

export function TopicItem({ topic, onEdit, onRemove }: TopicItemProps) {
  const { name, query, action, isNotifying } = topic;
  return (
    <li class="item">
      <h3 class="item-title" dir="auto">
        {name}
      </h3>
      <p class="meta">
        <span>{t(action === 'follow' ? 'topicFollowed' : 'topicMuted')}</span>
        {action === 'follow' && isNotifying && <span>{t('topicNotifying')}</span>}
        <span class="query">
          <bdi>{query}</bdi>
        </span>
      </p>
      <div class="actions">
        <IconButton icon="edit" label={t('editNamed', name)} onClick={onEdit} />
        <IconButton icon="remove" label={t('removeNamed', name)} onClick={onRemove} />
      </div>
    </li>
  );
}

import { useComputed } from '@preact/signals';
import { IconButton } from '../components/IconButton';
import { t } from '../i18n';
import type { RowProps } from './Row';

/** What can be done with a story, at the end of its last line. */
export function RowActions({ store, story }: RowProps) {
  const { storyId } = story;
  const isOpened = useComputed(() => store.openedId.value === storyId).value;
  const isMenuOpen = useComputed(() => store.menuId.value === storyId).value;
  return (
    <div class="actions">
      {!store.isWide.value && (
        <IconButton
          icon="chevron"
          label={t(isOpened ? 'showLess' : 'showMore')}
          isExpanded={isOpened}
          onClick={() => store.act(({ opened }) => void opened.toggle(storyId))}
        />
      )}
      <IconButton
        icon={story.isUnread ? 'check' : 'unread'}
        label={t(story.isUnread ? 'markAsRead' : 'markAsUnread')}
        onClick={() => store.act(({ stories }) => stories.toggleRead(story))}
      />
      <IconButton
        icon="bookmark"
        label={t('save')}
        isPressed={story.isSaved}
        onClick={() => store.act(({ stories }) => stories.toggleSaved(story))}
      />
      <IconButton
        icon="more"
        label={t('more')}
        isExpanded={isMenuOpen}
        onClick={() => {
          store.menuId.value = isMenuOpen ? null : storyId;
        }}
      />
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Story } from '../../domain/model';
import { t, tCount } from '../i18n';
import { editedText, leadTimesText } from '../lead-times';
import { rowMomentText, rowTimeText } from '../time-text';
import { IconButton } from './IconButton';
import { StoryLink } from './StoryLink';

export interface StoryRowProps {
  story: Story;
  now: number;
  isOpened: boolean;
  /** Stands below the heading of its day, so that a time needs no date. */
  isUnderDay: boolean;
  /** Which topics hid it, when it is shown among the hidden ones. */
  hiddenBy?: string | undefined;
  children?: ComponentChildren;
  onOpen: (story: Story, isBehind: boolean) => void;
  onToggleSaved: (story: Story) => void;
  onToggleRead: (story: Story) => void;
  onToggleOpened: (story: Story) => void;
  /** Below the row while its "more" is pressed. */
  menu: (close: () => void) => ComponentChildren;
}

function StoryMeta({ story, now, hiddenBy, isUnderDay }: StoryRowProps) {
  const { lead, breaking, publisherCount } = story;
  return (
    <p class="meta">
      {breaking && <b class="kicker">{t('breaking')}</b>}
      <span class="publisher">
        <bdi>{lead.publisher}</bdi>
      </span>
      <time
        dateTime={new Date(story.sortAt).toISOString()}
        title={leadTimesText(lead, story.sortAt)}
      >
        {isUnderDay ? rowTimeText(story.sortAt, now) : rowMomentText(story.sortAt, now)}
      </time>
      {lead.isEdited && <span class="edited">{editedText(lead, story.sortAt)}</span>}
      {publisherCount > 1 && <span>{tCount('otherPublishers', publisherCount - 1)}</span>}
      {hiddenBy && <span>{t('hiddenBy', hiddenBy)}</span>}
    </p>
  );
}

export function StoryRow(props: StoryRowProps) {
  const { story, isOpened } = props;
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <li
      class={`story ${story.isUnread ? 'is-unread' : 'is-read'} ${isOpened ? 'is-opened' : ''}`}
      data-story={story.storyId}
    >
      <h3 class="headline">
        <StoryLink
          title={story.lead.title}
          url={story.lead.url}
          hint={leadTimesText(story.lead, story.sortAt)}
          onOpen={(isBehind) => props.onOpen(story, isBehind)}
        />
      </h3>
      {story.isUnread && <span class="visually-hidden">{t('unread')}</span>}
      <div class="foot">
        <StoryMeta {...props} />
        <div class="actions">
          <IconButton
            icon="chevron"
            label={t(isOpened ? 'showLess' : 'showMore')}
            isExpanded={isOpened}
            onClick={() => props.onToggleOpened(story)}
          />
          <IconButton
            icon={story.isUnread ? 'check' : 'unread'}
            label={t(story.isUnread ? 'markAsRead' : 'markAsUnread')}
            onClick={() => props.onToggleRead(story)}
          />
          <IconButton
            icon="bookmark"
            label={t('save')}
            isPressed={story.isSaved}
            onClick={() => props.onToggleSaved(story)}
          />
          <IconButton
            icon="more"
            label={t('more')}
            isExpanded={isMenuOpen}
            onClick={() => setMenuOpen(!isMenuOpen)}
          />
        </div>
      </div>
      {isMenuOpen && props.menu(() => setMenuOpen(false))}
      {props.children}
    </li>
  );
}

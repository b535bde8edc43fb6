import type { ComponentChildren } from 'preact';
import type { Story } from '../../domain/model';
import { t, tCount } from '../i18n';
import { editedText, leadTimesText } from '../lead-times';
import { rowMomentText, rowTimeText } from '../time-text';
import { StoryLink } from './StoryLink';

/** What a row shows beyond the story itself. */
export interface RowMarkup {
  /** In place of the plain headline. */
  headline(story: Story): ComponentChildren;
  below(story: Story): ComponentChildren;
}

export interface StoryRowProps {
  story: Story;
  /** In place of the plain one. */
  headline?: ComponentChildren;
  now: number;
  isOpened: boolean;
  /** Stands below the heading of its day, so that a time needs no date. */
  isUnderDay: boolean;
  /** Exact times on hover, which take longer to spell than the first picture should. */
  hasHints: boolean;
  /** Which topics hid it, when it is shown among the hidden ones. */
  hiddenBy?: string | undefined;
  actions?: ComponentChildren;
  /** Below the row. */
  children?: ComponentChildren;
  onOpen: (isBehind: boolean, isPointed: boolean) => void;
  /** The focus came to the row. */
  onFocus?: (() => void) | undefined;
}

interface MetaProps extends StoryRowProps {
  hint: string | undefined;
}

function StoryMeta({ story, now, hint, hiddenBy, isUnderDay }: MetaProps) {
  const { lead, breaking, publisherCount } = story;
  return (
    <p class="meta">
      {breaking && <b class="kicker">{t('breaking')}</b>}
      <span class="publisher">
        <bdi>{lead.publisher}</bdi>
      </span>
      <time dateTime={new Date(story.sortAt).toISOString()} title={hint}>
        {isUnderDay ? rowTimeText(story.sortAt, now) : rowMomentText(story.sortAt, now)}
      </time>
      {lead.isEdited && <span class="edited">{editedText(lead, story.sortAt)}</span>}
      {publisherCount > 1 && <span>{tCount('otherPublishers', publisherCount - 1)}</span>}
      {hiddenBy && <span>{t('hiddenBy', hiddenBy)}</span>}
    </p>
  );
}

export function StoryRow(props: StoryRowProps) {
  const { story, isOpened, hasHints } = props;
  const hint = hasHints ? leadTimesText(story.lead, story.sortAt) : undefined;
  return (
    <li
      class={`story ${story.isUnread ? 'is-unread' : 'is-read'} ${isOpened ? 'is-opened' : ''}`}
      data-story={story.storyId}
      onFocusCapture={props.onFocus}
    >
      <h3 class="headline">
        <StoryLink title={story.lead.title} url={story.lead.url} hint={hint} onOpen={props.onOpen}>
          {props.headline}
        </StoryLink>
      </h3>
      {story.isUnread && <span class="visually-hidden">{t('unread')}</span>}
      <div class="foot">
        <StoryMeta {...props} hint={hint} />
        {props.actions}
      </div>
      {props.children}
    </li>
  );
}

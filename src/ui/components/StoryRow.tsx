import type { ComponentChildren } from 'preact';
import type { Story } from '../../domain/model';
import { t } from '../i18n';
import { editedText, leadTimesText } from '../lead-times';
import { OtherPublishers } from './OtherPublishers';
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
  /** As it is said in the row. */
  time: string;
  isOpened: boolean;
  /** Far down the list: not drawn while it is out of sight. */
  isFar: boolean;
  /** Exact times on hover, which take longer to spell than the first picture should. */
  hasHints: boolean;
  /** Which topics hid it, when it is shown among the hidden ones. */
  hiddenBy?: string | undefined;
  picture?: ComponentChildren;
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

function StoryMeta({ story, time, hint, hiddenBy }: MetaProps) {
  const { lead, breaking, publisherCount } = story;
  return (
    <p class="meta">
      {breaking && <b class="kicker">{t('breaking')}</b>}
      <span class="publisher">
        <bdi>{lead.publisher}</bdi>
      </span>
      <time dateTime={new Date(story.sortAt).toISOString()} title={hint}>
        {time}
      </time>
      {lead.isEdited && <span class="edited">{editedText(lead, story.sortAt)}</span>}
      <OtherPublishers publisherCount={publisherCount} />
      {hiddenBy && <span>{t('hiddenBy', hiddenBy)}</span>}
    </p>
  );
}

function rowClass({ story, isOpened, isFar, picture }: StoryRowProps): string {
  const names = ['story', story.isUnread ? 'is-unread' : 'is-read'];
  if (isOpened) names.push('is-opened');
  if (isFar) names.push('is-far');
  if (picture) names.push('has-picture');
  return names.join(' ');
}

export function StoryRow(props: StoryRowProps) {
  const { story, hasHints, picture } = props;
  const hint = hasHints ? leadTimesText(story.lead, story.sortAt) : undefined;
  return (
    <li class={rowClass(props)} data-story={story.storyId} onFocusCapture={props.onFocus}>
      <h3 class="headline">
        <StoryLink title={story.lead.title} url={story.lead.url} hint={hint} onOpen={props.onOpen}>
          {props.headline}
        </StoryLink>
      </h3>
      {story.isUnread && <span class="visually-hidden">{t('unread')}</span>}
      {picture}
      <div class="foot">
        <StoryMeta {...props} hint={hint} />
        {props.actions}
      </div>
      {props.children}
    </li>
  );
}

import type { Story, Topic } from '../../domain/model';
import { Later } from '../components/Later';
import { StoryRow, type StoryRowProps } from '../components/StoryRow';
import type { StoryDetail as Detail, StoryView } from '../state/story-list';
import type { TopicDraft } from '../state/topic-editor';
import { loadStoryMenu } from '../story-menu/load';
import { topicNamesText } from '../topic-names-text';

type RowEvents = Pick<
  StoryRowProps,
  'onOpen' | 'onToggleSaved' | 'onToggleRead' | 'onToggleOpened'
>;

/** What every list of stories needs, however it is divided. */
export interface StoryListProps extends RowEvents {
  view: StoryView;
  now: number;
  openedId: string | null;
  detail: Detail | null;
  topics: Topic[];
  onMute: (draft: TopicDraft) => void;
  onOpenVersion: (detail: Detail, articleId: string, isBehind: boolean) => void;
}

const loadDetail = () => import('../components/StoryDetail').then(({ StoryDetail }) => StoryDetail);

export function StoryRows(props: StoryListProps & { stories: Story[] }) {
  const { stories, view, now, openedId, detail, topics } = props;
  return (
    <ul>
      {stories.map((story) => (
        <StoryRow
          key={story.storyId}
          story={story}
          now={now}
          isOpened={story.storyId === openedId}
          isUnderDay={view.kind !== 'top'}
          hiddenBy={view.kind === 'hidden' ? topicNamesText(story.mutedBy, topics) : undefined}
          onOpen={props.onOpen}
          onToggleSaved={props.onToggleSaved}
          onToggleRead={props.onToggleRead}
          onToggleOpened={props.onToggleOpened}
          menu={(onClose) => (
            <Later
              load={loadStoryMenu}
              props={{ story, topics, now, onMute: props.onMute, onClose }}
            />
          )}
        >
          {story.storyId === openedId && detail && (
            <Later
              load={loadDetail}
              props={{
                ...{ detail, view, topics, now },
                onOpen: (articleId: string, isBehind: boolean) =>
                  props.onOpenVersion(detail, articleId, isBehind),
              }}
            />
          )}
        </StoryRow>
      ))}
    </ul>
  );
}

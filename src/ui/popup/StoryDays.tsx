import type { Topic } from '../../domain/model';
import { Later } from '../components/Later';
import { StoryRow, type StoryRowProps } from '../components/StoryRow';
import { groupByDay } from '../group-by-day';
import { locale, t } from '../i18n';
import type { StoryDetail as Detail, StoryPage } from '../state/story-list';
import { dateText, dayNameText } from '../time-text';

type RowEvents = Pick<
  StoryRowProps,
  'onOpen' | 'onToggleSaved' | 'onToggleRead' | 'onToggleOpened'
>;

export interface StoryDaysProps extends RowEvents {
  page: StoryPage;
  now: number;
  openedId: string | null;
  detail: Detail | null;
  /** Given when the hidden stories are shown. */
  mutingTopics: Topic[] | null;
  onOpenVersion: (detail: Detail, articleId: string, isBehind: boolean) => void;
  onOlder: () => void;
}

const loadDetail = () => import('../components/StoryDetail').then(({ StoryDetail }) => StoryDetail);

function namesOf(topicIds: string[], topics: Topic[]): string {
  const names = topics.filter((topic) => topicIds.includes(topic.topicId));
  return new Intl.ListFormat(locale()).format(names.map((topic) => t('quoted', topic.name)));
}

function DayHeading({ day, now }: { day: number; now: number }) {
  const name = dayNameText(day, now);
  return (
    <h2 class="day-heading">
      <b>{name ?? dateText(day, now)} </b>
      {name !== null && dateText(day, now)}
    </h2>
  );
}

/** Stories below the headings of their days. */
export function StoryDays(props: StoryDaysProps) {
  const { page, now, openedId, detail, mutingTopics } = props;
  return (
    <>
      {groupByDay(page.stories).map(({ day, stories }) => (
        <section key={day} class="day">
          <DayHeading day={day} now={now} />
          <ul>
            {stories.map((story) => (
              <StoryRow
                key={story.storyId}
                story={story}
                now={now}
                isOpened={story.storyId === openedId}
                hiddenBy={mutingTopics ? namesOf(story.mutedBy, mutingTopics) : undefined}
                onOpen={props.onOpen}
                onToggleSaved={props.onToggleSaved}
                onToggleRead={props.onToggleRead}
                onToggleOpened={props.onToggleOpened}
              >
                {story.storyId === openedId && detail && (
                  <Later
                    load={loadDetail}
                    props={{
                      detail,
                      now,
                      onOpen: (articleId, isBehind) =>
                        props.onOpenVersion(detail, articleId, isBehind),
                    }}
                  />
                )}
              </StoryRow>
            ))}
          </ul>
        </section>
      ))}
      {page.nextBefore !== null && (
        <button type="button" class="text-button older" onClick={props.onOlder}>
          {t('olderStories')}
        </button>
      )}
    </>
  );
}

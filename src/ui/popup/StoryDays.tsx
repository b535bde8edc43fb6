import { groupByDay } from '../group-by-day';
import { t } from '../i18n';
import type { StoryPage } from '../state/story-list';
import { dateText, dayNameText } from '../time-text';
import { type StoryListProps, StoryRows } from './StoryRows';

export interface StoryDaysProps extends StoryListProps {
  page: StoryPage;
  onOlder: () => void;
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
export function StoryDays({ page, onOlder, ...list }: StoryDaysProps) {
  return (
    <>
      {groupByDay(page.stories).map(({ day, stories }) => (
        <section key={day} class="day">
          <DayHeading day={day} now={list.now} />
          <StoryRows {...list} stories={stories} />
        </section>
      ))}
      {page.nextBefore !== null && (
        <button type="button" class="text-button older" onClick={onOlder}>
          {t('olderStories')}
        </button>
      )}
    </>
  );
}

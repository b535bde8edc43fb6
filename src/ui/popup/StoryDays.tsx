import type { RowMarkup } from '../components/StoryRow';
import { groupByDay } from '../group-by-day';
import type { PopupStore } from '../state/popup-store';
import type { StoryPage } from '../state/story-list';
import { dateText, dayNameText } from '../time-text';
import { parts } from './parts';
import { StoryRows, shownFirst } from './StoryRows';

export interface StoryDaysProps {
  store: PopupStore;
  page: StoryPage;
  markup?: RowMarkup | undefined;
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
export function StoryDays({ store, page, markup }: StoryDaysProps) {
  const rest = parts.value;
  return (
    <>
      {groupByDay(shownFirst(page.stories)).map(({ day, above, stories }) => (
        <section key={day} class="day">
          <DayHeading day={day} now={store.now.value} />
          <StoryRows store={store} stories={stories} above={above} markup={markup} />
        </section>
      ))}
      {rest && page.nextBefore !== null && <rest.Older store={store} />}
    </>
  );
}

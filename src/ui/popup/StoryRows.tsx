import type { Story } from '../../domain/model';
import type { RowMarkup } from '../components/StoryRow';
import type { PopupStore } from '../state/popup-store';
import { parts } from './parts';
import { Row } from './Row';

/** Rows from here on stand below every window that there is, and come by scrolling. */
const FAR = 50;

/** What stands above the list at least, and the lowest row there is, in pixels. */
const ABOVE = 110;
const LOWEST_ROW = { comfortable: 55, compact: 42 };

/** The first picture holds what fits into it; the others follow with all else. */
export function shownFirst(stories: Story[]): Story[] {
  if (parts.value) return stories;
  const isCompact = document.documentElement.dataset['density'] === 'compact';
  const height = LOWEST_ROW[isCompact ? 'compact' : 'comfortable'];
  return stories.slice(0, Math.ceil((innerHeight - ABOVE) / height));
}

export interface StoryRowsProps {
  store: PopupStore;
  stories: Story[];
  /** How many rows stand above. */
  above?: number;
  markup?: RowMarkup | undefined;
}

export function StoryRows({ store, stories, above = 0, markup }: StoryRowsProps) {
  return (
    <ul class={store.view.value.kind === 'top' ? 'is-ranked' : undefined}>
      {stories.map((story, index) => (
        <Row
          key={story.storyId}
          store={store}
          story={story}
          isFar={above + index >= FAR}
          markup={markup}
        />
      ))}
    </ul>
  );
}

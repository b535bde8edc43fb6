import type { Story } from '../../domain/model';
import { type RowMarkup, StoryRow } from '../components/StoryRow';
import type { PopupStore } from '../state/popup-store';
import { parts } from './parts';

/** The lowest row there is, in pixels. */
const LEAST_HEIGHT = 50;

/** The first picture holds what fits into it; the others follow with all else. */
export function shownFirst(stories: Story[]): Story[] {
  if (parts.value) return stories;
  return stories.slice(0, Math.ceil(innerHeight / LEAST_HEIGHT));
}

/** Where there is room, a single click shows the story beside the list; its headline there opens it. */
function showBeside(store: PopupStore, { storyId }: Story): void {
  store.act(({ opened }) => void opened.show(storyId));
}

export interface StoryRowsProps {
  store: PopupStore;
  stories: Story[];
  markup?: RowMarkup | undefined;
}

export function StoryRows({ store, stories, markup }: StoryRowsProps) {
  const rest = parts.value;
  const view = store.view.value;
  const openedId = store.openedId.value;
  const isWide = store.isWide.value;
  const topics = store.frontPage.value?.topics ?? [];
  return (
    <ul class={view.kind === 'top' ? 'is-ranked' : undefined}>
      {stories.map((story) => (
        <StoryRow
          key={story.storyId}
          story={story}
          headline={markup?.headline(story)}
          now={store.now.value}
          isOpened={story.storyId === openedId}
          isUnderDay={view.kind !== 'top'}
          hasHints={rest !== null}
          hiddenBy={
            view.kind === 'hidden' ? rest?.topicNamesText(story.mutedBy, topics) : undefined
          }
          onFocus={isWide ? () => showBeside(store, story) : undefined}
          onOpen={(isBehind, isPointed) => {
            if (isWide && isPointed && !isBehind) showBeside(store, story);
            else store.act(({ stories: acts }) => acts.open(story, isBehind));
          }}
          actions={rest && <rest.RowActions store={store} story={story} />}
        >
          {markup?.below(story)}
          {rest && <rest.RowDetail store={store} story={story} />}
        </StoryRow>
      ))}
    </ul>
  );
}

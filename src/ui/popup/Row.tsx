import { useComputed } from '@preact/signals';
import type { Story } from '../../domain/model';
import { Picture } from '../components/Picture';
import { type RowMarkup, StoryRow } from '../components/StoryRow';
import { picturesAreShown } from '../look';
import { isFailing } from '../picture-hosts';
import type { PopupStore } from '../state/popup-store';
import { rowMomentText, rowTimeText } from '../time-text';
import { parts } from './parts';

export interface RowProps {
  store: PopupStore;
  story: Story;
}

interface ListedRowProps extends RowProps {
  isFar: boolean;
  markup?: RowMarkup | undefined;
}

/**
 * A story in the list. It looks at what concerns it alone: of a thousand rows, only those that change are
 * drawn again.
 */
export function Row({ store, story, isFar, markup }: ListedRowProps) {
  const rest = parts.value;
  const view = store.view.value;
  const isWide = store.isWide.value;
  const { storyId, sortAt, lead } = story;
  const isOpened = useComputed(() => store.openedId.value === storyId).value;
  const isUnderDay = view.kind !== 'top';
  const time = useComputed(() =>
    (isUnderDay ? rowTimeText : rowMomentText)(sortAt, store.now.value),
  ).value;
  const topics = view.kind === 'hidden' ? store.frontPage.value?.topics : undefined;
  const imageUrl = picturesAreShown.value ? lead.imageUrl : null;
  const hasPicture = imageUrl && !isFailing(imageUrl, store.now.peek());
  // Where there is room, a single click shows the story beside the list; its headline there opens it.
  const show = () => store.act(({ opened }) => void opened.show(storyId));
  return (
    <StoryRow
      story={story}
      headline={markup?.headline(story)}
      time={time}
      isOpened={isOpened}
      isFar={isFar}
      hasHints={rest !== null}
      hiddenBy={topics && rest?.topicNamesText(story.mutedBy, topics)}
      picture={hasPicture ? <Picture url={imageUrl} /> : null}
      actions={rest && <rest.RowActions store={store} story={story} />}
      onFocus={isWide ? show : undefined}
      onOpen={(isBehind, isPointed) => {
        if (isWide && isPointed && !isBehind) show();
        else store.act(({ stories }) => stories.open(story, isBehind));
      }}
    >
      {markup?.below(story)}
      {rest && <rest.RowDetail store={store} story={story} />}
    </StoryRow>
  );
}

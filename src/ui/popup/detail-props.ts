import type { StoryDetailProps } from '../components/StoryDetail';
import type { PopupStore } from '../state/popup-store';
import type { StoryDetail } from '../state/story-list';

/** What an opened story shows and does, wherever it stands. */
export function detailProps(store: PopupStore, detail: StoryDetail): StoryDetailProps {
  return {
    detail,
    earlier: store.earlier.value,
    view: store.view.value,
    topics: store.frontPage.value?.topics ?? [],
    now: store.now.value,
    onOpen: (articleId, isBehind) =>
      store.act(({ stories }) => stories.open(detail.story, isBehind, articleId)),
    onOpenEarlier: (earlier, isBehind) =>
      store.act(({ stories }) => stories.open(earlier, isBehind)),
  };
}

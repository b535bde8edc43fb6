import type { Story } from '../../domain/model';
import { Later } from '../components/Later';
import { loadStoryMenu } from '../story-menu/load';
import type { RowProps } from './RowActions';

const loadDetail = () => import('../components/StoryDetail').then(({ StoryDetail }) => StoryDetail);

/** What stands below a row while it is unfolded, or its "more" is pressed. */
export function RowDetail({ store, story }: RowProps) {
  const { storyId } = story;
  const detail =
    !store.isWide.value && store.openedId.value === storyId ? store.detail.value : null;
  const topics = store.frontPage.value?.topics ?? [];
  const now = store.now.value;
  return (
    <>
      {store.menuId.value === storyId && (
        <Later
          load={loadStoryMenu}
          props={{
            ...{ story, topics, now },
            onMute: (draft) => store.act(({ stories }) => stories.mute(draft)),
            onClose: () => {
              store.menuId.value = null;
            },
          }}
        />
      )}
      {detail && (
        <Later
          load={loadDetail}
          props={{
            ...{ detail, earlier: store.earlier.value, view: store.view.value, topics, now },
            onOpen: (articleId: string, isBehind: boolean) =>
              store.act(({ stories }) => stories.open(detail.story, isBehind, articleId)),
            onOpenEarlier: (earlier: Story, isBehind: boolean) =>
              store.act(({ stories }) => stories.open(earlier, isBehind)),
          }}
        />
      )}
    </>
  );
}

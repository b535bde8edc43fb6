import { useComputed } from '@preact/signals';
import type { Story } from '../../domain/model';
import { Later } from '../components/Later';
import { loadStoryMenu } from '../story-menu/load';
import type { RowProps } from './Row';

const loadDetail = () => import('../components/StoryDetail').then(({ StoryDetail }) => StoryDetail);

function Menu({ store, story }: RowProps) {
  return (
    <Later
      load={loadStoryMenu}
      props={{
        story,
        topics: store.frontPage.value?.topics ?? [],
        now: store.now.value,
        onMute: (draft) => store.act(({ stories }) => stories.mute(draft)),
        onClose: () => {
          store.menuId.value = null;
        },
      }}
    />
  );
}

function Detail({ store }: RowProps) {
  const detail = store.detail.value;
  if (!detail) return null;
  return (
    <Later
      load={loadDetail}
      props={{
        detail,
        earlier: store.earlier.value,
        view: store.view.value,
        topics: store.frontPage.value?.topics ?? [],
        now: store.now.value,
        onOpen: (articleId: string, isBehind: boolean) =>
          store.act(({ stories }) => stories.open(detail.story, isBehind, articleId)),
        onOpenEarlier: (earlier: Story, isBehind: boolean) =>
          store.act(({ stories }) => stories.open(earlier, isBehind)),
      }}
    />
  );
}

/** What stands below a row while it is unfolded, or its "more" is pressed. */
export function RowDetail({ store, story }: RowProps) {
  const { storyId } = story;
  const isMenuOpen = useComputed(() => store.menuId.value === storyId).value;
  const isOpened = useComputed(() => store.openedId.value === storyId && !store.isWide.value).value;
  return (
    <>
      {isMenuOpen && <Menu store={store} story={story} />}
      {isOpened && <Detail store={store} story={story} />}
    </>
  );
}

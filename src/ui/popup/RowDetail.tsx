import { useComputed } from '@preact/signals';
import { Later } from '../components/Later';
import { loadStoryMenu } from '../story-menu/load';
import { detailProps } from './detail-props';
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

function Detail({ store }: Pick<RowProps, 'store'>) {
  const detail = store.detail.value;
  return detail && <Later load={loadDetail} props={detailProps(store, detail)} />;
}

/** What stands below a row while it is unfolded, or its "more" is pressed. */
export function RowDetail({ store, story }: RowProps) {
  const { storyId } = story;
  const isMenuOpen = useComputed(() => store.menuId.value === storyId).value;
  const isOpened = useComputed(() => store.openedId.value === storyId && !store.isWide.value).value;
  return (
    <>
      {isMenuOpen && <Menu store={store} story={story} />}
      {isOpened && <Detail store={store} />}
    </>
  );
}

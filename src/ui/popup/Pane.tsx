import { useEffect } from 'preact/hooks';
import { StoryDetail } from '../components/StoryDetail';
import { StoryLink } from '../components/StoryLink';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import type { StoryDetail as Detail } from '../state/story-list';
import { detailProps } from './detail-props';

interface OpenedProps {
  store: PopupStore;
  detail: Detail;
}

function Opened({ store, detail }: OpenedProps) {
  const { story } = detail;
  const open = (isBehind: boolean) => store.act(({ stories }) => stories.open(story, isBehind));
  // The list says at once what was done; the detail follows when it is read again.
  const shown = store.page.value?.stories.find(({ storyId }) => storyId === story.storyId) ?? story;
  return (
    <article>
      <p class="meta">
        {story.breaking && <b class="kicker">{t('breaking')}</b>}
        <span class="publisher">
          <bdi>{story.lead.publisher}</bdi>
        </span>
      </p>
      <h2 class="headline">
        <StoryLink title={story.lead.title} url={story.lead.url} onOpen={open} />
      </h2>
      <StoryDetail {...detailProps(store, detail)} />
      <div class="button-row">
        <button type="button" class="button is-primary" onClick={() => open(false)}>
          {t('openArticle')}
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={shown.isSaved}
          onClick={() => store.act(({ stories }) => stories.toggleSaved(shown))}
        >
          {t('save')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => store.act(({ stories }) => stories.toggleRead(shown))}
        >
          {t(shown.isUnread ? 'markAsRead' : 'markAsUnread')}
        </button>
      </div>
    </article>
  );
}

/** Beside the list, where there is room: the story that has the focus, or the first one. */
export function Pane({ store }: { store: PopupStore }) {
  const detail = store.detail.value;
  const first = store.page.value?.stories[0]?.storyId;
  const isNothingOpened = store.openedId.value === null;
  useEffect(() => {
    if (isNothingOpened && first !== undefined) store.act(({ opened }) => void opened.show(first));
  }, [store, isNothingOpened, first]);
  return (
    <aside class="pane" aria-label={t('openedStory')}>
      {detail && <Opened key={detail.story.storyId} store={store} detail={detail} />}
    </aside>
  );
}

import type { FrontPage } from '../../domain/model';
import { EmptyState } from '../components/EmptyState';
import { Notice } from '../components/Notice';
import { Views } from '../components/Views';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import type { StoryView } from '../state/story-list';
import { emptyText } from './empty-text';
import { hiddenText } from './hidden-text';
import { StoryDays } from './StoryDays';
import { type StoryListProps, StoryRows } from './StoryRows';
import { idOfView, viewsOf } from './views-of';

interface StoriesProps {
  page: FrontPage;
  store: PopupStore;
}

function List({ page, store }: StoriesProps) {
  const { list, opened, actions } = store;
  const shown = list.page.value;
  const view = list.view.value;
  if (!shown) return null;
  if (shown.stories.length === 0) {
    const { title, text } = emptyText(view, page);
    return <EmptyState title={title} text={text} />;
  }
  const props: StoryListProps = {
    view,
    now: store.now.value,
    openedId: opened.storyId.value,
    detail: opened.detail.value,
    topics: page.topics,
    onOpen: actions.open,
    onOpenVersion: ({ story }, articleId, isBehind) => actions.open(story, isBehind, articleId),
    onToggleSaved: actions.toggleSaved,
    onToggleRead: actions.toggleRead,
    onMute: actions.mute,
    onToggleOpened: ({ storyId }) => opened.toggle(storyId),
  };
  if (view.kind === 'top') return <StoryRows {...props} stories={shown.stories} />;
  return <StoryDays {...props} page={shown} onOlder={list.older} />;
}

const LATEST: StoryView = { kind: 'latest' };
const HIDDEN: StoryView = { kind: 'hidden' };

export function Stories({ page, store }: StoriesProps) {
  const view = store.list.view.value;
  const views = viewsOf(page);
  const hidden = hiddenText(page);
  const isHidden = view.kind === 'hidden';
  return (
    <>
      <Views
        tabs={views.map(({ tab }) => tab)}
        selectedId={isHidden ? null : idOfView(view)}
        onSelect={(id) => {
          const chosen = views.find(({ tab }) => tab.id === id);
          if (chosen) store.openView(chosen.view);
        }}
      />
      <div
        id="list"
        class="list"
        role="tabpanel"
        aria-labelledby={isHidden ? undefined : `tab-${idOfView(view)}`}
        aria-label={isHidden ? t('hiddenStories') : undefined}
      >
        {isHidden && (
          <Notice
            text={t('hiddenStories')}
            action={{ label: t('back'), onClick: () => store.openView(LATEST) }}
          />
        )}
        <List page={page} store={store} />
        {view.kind === 'latest' && hidden !== null && (
          <Notice
            text={hidden}
            action={{ label: t('show'), onClick: () => store.openView(HIDDEN) }}
          />
        )}
      </div>
    </>
  );
}

import type { FrontPage } from '../../domain/model';
import { Views } from '../components/Views';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import { parts } from './parts';
import { StoryDays } from './StoryDays';
import { StoryRows } from './StoryRows';
import { idOfView, viewsOf } from './views-of';

interface StoriesProps {
  page: FrontPage;
  store: PopupStore;
}

function List({ page, store }: StoriesProps) {
  const shown = store.page.value;
  const view = store.view.value;
  const rest = parts.value;
  if (!shown) return null;
  if (shown.stories.length === 0) return rest && <rest.Empty view={view} page={page} />;
  const { stories } = shown;
  if (view.kind === 'top') return <StoryRows store={store} stories={stories} />;
  return <StoryDays store={store} page={shown} />;
}

export function Stories({ page, store }: StoriesProps) {
  const view = store.view.value;
  const views = viewsOf(page);
  const rest = parts.value;
  const isHidden = view.kind === 'hidden';
  return (
    <>
      <Views
        tabs={views.map(({ tab }) => tab)}
        selectedId={isHidden ? null : idOfView(view)}
        onSelect={(id) => {
          const chosen = views.find(({ tab }) => tab.id === id);
          if (chosen) store.act(({ openView }) => openView(chosen.view));
        }}
      />
      <div
        id="list"
        class="list"
        role="tabpanel"
        aria-labelledby={isHidden ? undefined : `tab-${idOfView(view)}`}
        aria-label={isHidden ? t('hiddenStories') : undefined}
      >
        {rest && isHidden && <rest.HiddenTitle store={store} />}
        <List page={page} store={store} />
        {rest && view.kind === 'latest' && <rest.HiddenNotice page={page} store={store} />}
      </div>
    </>
  );
}

import { BreakingBand } from '../components/BreakingBand';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import { Masthead } from './Masthead';
import { parts } from './parts';
import { Stories } from './Stories';
import { StoryDays } from './StoryDays';
import { statusText } from './status-text';

export interface PopupProps {
  store: PopupStore;
}

function Front({ store }: PopupProps) {
  const rest = parts.value;
  const page = store.frontPage.value;
  const trouble = store.trouble.value;
  if (trouble === 'newer' || trouble === 'unreadable') {
    return rest && <rest.TroubleScreen trouble={trouble} />;
  }
  if (store.isFollowingSite.value) return rest && <rest.Site store={store} />;
  if (page === undefined) return <p class="loading">{t('loading')}</p>;
  if (page === null || page.feedCount === 0 || store.isStarting.value) {
    return rest && <rest.Start isStarting={store.isStarting} />;
  }
  if (store.view.value.kind === 'search')
    return rest && <rest.Search store={store} Days={StoryDays} />;
  const [breaking] = page.breaking;
  return (
    <>
      {breaking && (
        <BreakingBand
          story={breaking}
          now={store.now.value}
          hasHints={rest !== null}
          onOpen={(story, isBehind) => store.act(({ stories }) => stories.open(story, isBehind))}
        />
      )}
      <Stories page={page} store={store} />
    </>
  );
}

function Top({ store }: PopupProps) {
  const { frontPage, progress, outcome, isOnline, now } = store;
  const rest = parts.value;
  const isSearching = store.view.value.kind === 'search';
  const canRefresh = Boolean(frontPage.value?.feedCount);
  return (
    <Masthead
      status={statusText({
        frontPage: frontPage.value,
        progress: progress.value,
        isOnline: isOnline.value,
        now: now.value,
      })}
      outcome={outcome.value}
      progress={progress.value}
      canRefresh={canRefresh}
      onRefresh={() => store.act(({ refresher }) => void refresher.refresh())}
      isSearching={isSearching}
      onSearch={() => store.act(({ searching }) => searching.toggle())}
    >
      {rest && <rest.Menu store={store} isFull={canRefresh} />}
    </Masthead>
  );
}

export function App({ store }: PopupProps) {
  const rest = parts.value;
  return (
    <>
      <Top store={store} />
      <main>
        <Front store={store} />
      </main>
      {rest && store.isWide.value && <rest.Pane store={store} />}
      {rest && <rest.Foot store={store} />}
    </>
  );
}

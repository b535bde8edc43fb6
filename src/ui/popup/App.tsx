import { useContext } from 'preact/hooks';
import { BreakingBand } from '../components/BreakingBand';
import { Later } from '../components/Later';
import { Toast } from '../components/Toast';
import { TroubleScreen } from '../components/TroubleScreen';
import { t } from '../i18n';
import { loadReadAloud } from '../read-aloud/load';
import { PopupContext, type PopupStore } from '../state/popup-store';
import { loadStart } from './load-start';
import { Masthead } from './Masthead';
import { Notices } from './Notices';
import { Stories } from './Stories';
import { statusText } from './status-text';

function Front({ store }: { store: PopupStore }) {
  const page = store.frontPage.value;
  const trouble = store.trouble.value;
  if (trouble === 'newer' || trouble === 'unreadable') return <TroubleScreen trouble={trouble} />;
  if (page === undefined) return <p class="loading">{t('loading')}</p>;
  if (page === null || page.feedCount === 0 || store.isStarting.value) {
    return (
      <Later
        load={loadStart}
        props={{
          onBusy: (isBusy: boolean) => {
            store.isStarting.value = isBusy;
          },
        }}
      />
    );
  }
  const [breaking] = page.breaking;
  return (
    <>
      <Notices page={page} store={store} />
      {breaking && (
        <BreakingBand story={breaking} now={store.now.value} onOpen={store.actions.open} />
      )}
      <Stories page={page} store={store} />
    </>
  );
}

function Top({ store }: { store: PopupStore }) {
  const { frontPage, refresher, isOnline, now } = store;
  return (
    <Masthead
      status={statusText({
        frontPage: frontPage.value,
        progress: refresher.progress.value,
        isOnline: isOnline.value,
        now: now.value,
      })}
      outcome={refresher.outcome.value}
      progress={refresher.progress.value}
      canRefresh={Boolean(frontPage.value?.feedCount)}
      onRefresh={refresher.refresh}
      onMarkAllRead={store.actions.markAllRead}
      onReadAloud={() => {
        store.readAloud.value ??= store.list.page.value?.stories ?? null;
      }}
      onOptions={store.openOptions}
    />
  );
}

export function App() {
  const store = useContext(PopupContext);
  if (!store) throw new Error('App needs a store');
  return (
    <>
      <Top store={store} />
      <main>
        <Front store={store} />
      </main>
      {store.readAloud.value && (
        <Later
          load={loadReadAloud}
          props={{
            stories: store.readAloud.value,
            onDone: () => {
              store.readAloud.value = null;
            },
          }}
        />
      )}
      <Toast
        text={store.undo.toast.value?.text ?? null}
        onUndo={store.undo.run}
        onHold={store.undo.hold}
        onRelease={store.undo.release}
      />
    </>
  );
}

import { Problems } from '../components/Problems';
import { Start } from '../components/Start';
import { TroubleScreen } from '../components/TroubleScreen';
import { t } from '../i18n';
import type { StartStore } from '../state/start-store';
import { FirstHeadlines } from './FirstHeadlines';

export function App({ store }: { store: StartStore }) {
  const phase = store.phase.value;
  const isSet = phase === 'starting' || phase === 'started';
  const trouble = store.trouble.value;
  if (trouble === 'newer' || trouble === 'unreadable') return <TroubleScreen trouble={trouble} />;
  return (
    <>
      <header class="hero">
        <h1 class="wordmark">Dateline</h1>
        <p class="lede">{t(isSet ? 'startedText' : 'tagline')}</p>
      </header>
      <main>
        {isSet ? (
          <>
            <Problems problems={store.problems.value} />
            <FirstHeadlines page={store.frontPage.value} />
          </>
        ) : (
          <Start store={store} />
        )}
      </main>
    </>
  );
}

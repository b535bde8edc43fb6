import { catalogueGroups } from '../catalogue-groups';
import { t, tCount } from '../i18n';
import type { StartStore } from '../state/start-store';
import { AddressField } from './AddressField';
import { CatalogueChoice } from './CatalogueChoice';
import { FilePick } from './FilePick';
import { LevelChoice } from './LevelChoice';
import { StartJoined, StartSync } from './StartSync';

function StartBar({ store }: { store: StartStore }) {
  const { choice } = store;
  const phase = store.phase.value;
  const count = choice.chosen.value.size;
  const isBusy = phase === 'asking' || phase === 'starting';
  return (
    <div class="start-bar">
      <p role="status">{phase === 'refused' ? t('startRefused') : tCount('feedsChosen', count)}</p>
      <button
        type="button"
        class="button is-primary"
        disabled={count === 0 && choice.typed.value.trim() === ''}
        aria-disabled={isBusy}
        onClick={() => !isBusy && store.start()}
      >
        {t(isBusy ? 'starting' : 'start')}
      </button>
    </div>
  );
}

/** Everything a person chooses before the first headlines. The same on the welcome page and in the popup. */
export function Start({ store }: { store: StartStore }) {
  const { choice, sync } = store;
  const count = sync.feeds.value.length;
  if (count > 0) {
    const isRefused = store.phase.value === 'refused';
    return (
      <div class="start">
        <StartJoined count={count} isRefused={isRefused} onAllow={() => void store.allow()} />
      </div>
    );
  }
  return (
    <div class="start">
      <StartSync sync={sync} />
      <section class="start-section">
        <h2>{t('startPublishers')}</h2>
        <CatalogueChoice
          groups={catalogueGroups(navigator.languages)}
          own={choice.own.value}
          chosen={choice.chosen.value}
          onToggle={choice.toggle}
        />
      </section>
      <section class="start-section">
        <h2>{t('startOwn')}</h2>
        <AddressField
          value={choice.typed.value}
          action={t('addFeed')}
          complaint={choice.complaint.value}
          onInput={choice.type}
          onSubmit={choice.addTyped}
        />
        <div class="aside-row">
          <span class="note">{t('opmlHint')}</span>
          <FilePick
            label={t('importOpml')}
            accept=".opml,.xml,text/x-opml,text/xml,application/xml"
            onPick={choice.addOpml}
          />
        </div>
        <div class="aside-row">
          <span class="note">{t('restoreHint')}</span>
          <a class="button" href={store.restoreHref} target="_blank" rel="noreferrer">
            {t('backupRestore')}
          </a>
        </div>
      </section>
      <section class="start-section">
        <h2>{t('startNotify')}</h2>
        <LevelChoice level={store.level.value} onChange={store.setLevel} />
      </section>
      <p class="note start-promise">{t('startPromise')}</p>
      <StartBar store={store} />
    </div>
  );
}

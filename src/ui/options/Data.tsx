import { t } from '../i18n';
import { Backup } from './Backup';
import { Erase } from './Erase';
import { Keeping } from './Keeping';
import { Snapshots } from './Snapshots';
import { Sync } from './Sync';
import { useOptions } from './use-options';

/** What is stored, for how long, and where else it goes. */
export function Data() {
  const { data, settings, feeds, now, setKeepDays } = useOptions();
  const chosen = settings.value;
  const followed = feeds.value ?? [];
  const isEmpty = followed.length === 0;
  const headlineCount = followed.reduce((sum, { articleCount }) => sum + articleCount, 0);
  return (
    <section id="data" class="section" aria-labelledby="data-title">
      <h2 id="data-title">{t('sectionData')}</h2>
      <p class="section-text">{t('dataText')}</p>
      <Backup maker={data.maker} restorer={data.restorer} isEmpty={isEmpty} />
      {chosen && (
        <Sync
          isOn={chosen.syncsChoices}
          isBusy={data.isSyncing.value}
          status={data.sync.value}
          now={now.value}
          onChange={(isOn) => void data.setSyncing(isOn)}
          onClear={() => void data.clearSynced()}
          onGoBack={(snapshotId) => void data.goBack(snapshotId)}
        />
      )}
      {chosen && (
        <Keeping
          keepDays={chosen.keepDays}
          space={data.space.value}
          headlineCount={headlineCount}
          onChange={setKeepDays}
        />
      )}
      <Snapshots
        snapshots={data.snapshots.value}
        onGoBack={(snapshotId) => void data.goBack(snapshotId)}
      />
      <Erase erasing={data.erasing.value} onErase={() => void data.erase()} />
    </section>
  );
}

import type { SnapshotReason } from '../../domain/choices/snapshot';
import { differenceLines } from '../difference-text';
import { type MessageKey, t } from '../i18n';
import type { SnapshotEntry } from '../state/data-store';
import { weekMomentText } from '../time-text';
import { DifferenceList } from './DifferenceList';

const reasons: Record<SnapshotReason, MessageKey> = {
  daily: 'snapshotDaily',
  import: 'snapshotImport',
  restore: 'snapshotRestore',
  removal: 'snapshotRemoval',
  sync: 'snapshotSync',
  'go-back': 'snapshotGoBack',
};

export interface SnapshotsProps {
  snapshots: SnapshotEntry[];
  onGoBack: (snapshotId: string) => void;
}

function Item({ snapshot, onGoBack }: { snapshot: SnapshotEntry; onGoBack: () => void }) {
  const { madeAt, reason, difference, isSame } = snapshot;
  const moment = weekMomentText(madeAt);
  return (
    <li class="snapshot">
      <div>
        <h4>
          <time dateTime={new Date(madeAt).toISOString()}>{moment}</time>
        </h4>
        <p class="note">{t(reasons[reason])}</p>
        <DifferenceList lines={differenceLines(difference)} none={t('snapshotSame')} />
      </div>
      {!isSame && (
        <button type="button" class="button" aria-label={t('goBackTo', moment)} onClick={onGoBack}>
          {t('goBack')}
        </button>
      )}
    </li>
  );
}

/** Feeds, topics and settings as they were before, to go back to. */
export function Snapshots({ snapshots, onGoBack }: SnapshotsProps) {
  return (
    <div class="data-part">
      <h3>{t('snapshotsTitle')}</h3>
      <p class="section-text">{t('snapshotsText')}</p>
      {snapshots.length === 0 ? (
        <p class="nothing">{t('snapshotsNone')}</p>
      ) : (
        <details class="fold">
          <summary>{t('snapshotsShow')}</summary>
          <ul>
            {snapshots.map((snapshot) => (
              <Item
                key={snapshot.snapshotId}
                snapshot={snapshot}
                onGoBack={() => onGoBack(snapshot.snapshotId)}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

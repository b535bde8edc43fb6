import { bytesText, shareText } from '../amount-text';
import { FilePick } from '../components/FilePick';
import { t } from '../i18n';
import type { BackupMaker, Making } from '../state/backup-maker';
import type { BackupRestorer } from '../state/backup-restorer';
import { RestoreOutcome } from './RestoreOutcome';

export interface BackupProps {
  maker: BackupMaker;
  restorer: BackupRestorer;
  /** No feed is followed: there is nothing that a backup could be added to. */
  isEmpty: boolean;
}

function MakingText({ making }: { making: Making }) {
  switch (making.kind) {
    case 'idle':
      return null;
    case 'making':
      return <p>{t('backupMaking', shareText(making.share))}</p>;
    case 'failed':
      return <p class="complaint">{t('backupFailed')}</p>;
    case 'made':
      return <p>{t('backupMade', making.name, bytesText(making.bytes))}</p>;
  }
}

/** Everything out into one file, and in again. */
export function Backup({ maker, restorer, isEmpty }: BackupProps) {
  return (
    <div class="data-part">
      <h3>{t('backupTitle')}</h3>
      <p class="section-text">{t('backupText')}</p>
      <div class="button-row">
        <button
          type="button"
          class="button"
          aria-disabled={maker.making.value.kind === 'making'}
          onClick={() => void maker.make()}
        >
          {t('backupSave')}
        </button>
        <FilePick
          label={t('backupRestore')}
          accept=".json,application/json"
          onPick={(file) => void restorer.read(file)}
        />
      </div>
      <div class="outcome" role="status">
        <MakingText making={maker.making.value} />
      </div>
      <div class="outcome">
        <RestoreOutcome restorer={restorer} isEmpty={isEmpty} />
      </div>
    </div>
  );
}

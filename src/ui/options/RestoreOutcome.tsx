import type { BackupProblem } from '../../domain/backup/read';
import { shareText } from '../amount-text';
import { type MessageKey, t, tCount } from '../i18n';
import type { BackupRestorer, Restoring } from '../state/backup-restorer';
import { RestoreChoice } from './RestoreChoice';

const problems: Record<BackupProblem | 'lost', MessageKey> = {
  'not-a-backup': 'backupForeign',
  newer: 'backupNewer',
  damaged: 'backupDamaged',
  'cut-off': 'backupCutOff',
  lost: 'backupLost',
};

function Said({ restoring }: { restoring: Restoring }) {
  switch (restoring.kind) {
    case 'reading':
      return <p>{t('backupReading', shareText(restoring.share))}</p>;
    case 'unreadable':
      return <p class="complaint">{t(problems[restoring.problem])}</p>;
    case 'restoring':
      return <p>{t('backupRestoring', shareText(restoring.share))}</p>;
    case 'interrupted':
      return <p class="complaint">{t('backupInterrupted')}</p>;
    case 'done':
      return (
        <>
          <p>{tCount('backupRestored', restoring.added)}</p>
          {!restoring.hasAccess && <p>{t('backupNoAccess')}</p>}
        </>
      );
    default:
      return null;
  }
}

export interface RestoreOutcomeProps {
  restorer: BackupRestorer;
  isEmpty: boolean;
}

export function RestoreOutcome({ restorer, isEmpty }: RestoreOutcomeProps) {
  const restoring = restorer.restoring.value;
  return (
    <>
      <div role="status">
        <Said restoring={restoring} />
      </div>
      {restoring.kind === 'read' && (
        <RestoreChoice
          backup={restoring}
          isEmpty={isEmpty}
          onChoose={restorer.choose}
          onRestore={() => void restorer.restore()}
          onCancel={restorer.cancel}
        />
      )}
    </>
  );
}

import { useState } from 'preact/hooks';
import { type CheckEntry, checkLogText } from '../../domain/refresh/check-log';
import { copyText } from '../copy-text';
import { type MessageKey, t } from '../i18n';

/** The last checks as they are needed for a bug report. */
export function CheckLog({ entries }: { entries: CheckEntry[] }) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  if (entries.length === 0) return null;
  const text = checkLogText(entries);
  return (
    <details class="fold">
      <summary>{t('checkLog')}</summary>
      <p class="note">{t('checkLogText')}</p>
      <textarea class="log" readOnly rows={10} dir="ltr" aria-label={t('checkLog')} value={text} />
      <div class="button-row">
        <button
          type="button"
          class="button"
          onClick={async () => setOutcome((await copyText(text)) ? 'copied' : 'notCopied')}
        >
          {t('copy')}
        </button>
        <span class="note" role="status">
          {outcome && t(outcome)}
        </span>
      </div>
    </details>
  );
}

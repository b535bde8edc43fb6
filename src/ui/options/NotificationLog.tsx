import { heldBackText, toldText } from '../held-back-text';
import { t } from '../i18n';
import type { LogEntry } from '../state/notification-store';
import { Telling, type TellingEntry } from './Telling';

/** What was told and what was held back in the last seven days, each with its reason. */
export function NotificationLog({ entries }: { entries: LogEntry[] }) {
  return (
    <details class="fold">
      <summary>{t('notificationLog')}</summary>
      {entries.length === 0 ? (
        <p class="nothing">{t('notificationLogEmpty')}</p>
      ) : (
        <Telling entries={entries.map(tellingOf)} />
      )}
    </details>
  );
}

function tellingOf(entry: LogEntry): TellingEntry {
  const { at } = entry;
  if (entry.kind === 'told') {
    const { record, titles } = entry;
    const key = record.notificationId;
    return { key, at, why: outcomeText(record), headlines: titles, isHeld: false };
  }
  const { held } = entry;
  const key = `held ${held.heldId}`;
  return { key, at, why: heldBackText(held), headlines: [held.title], isHeld: true };
}

function outcomeText(record: Extract<LogEntry, { kind: 'told' }>['record']): string {
  const { shownAt, expiredAt, attemptedIn } = record;
  if (shownAt !== null) return toldText(record);
  if (expiredAt === null) return t(attemptedIn === null ? 'logPending' : 'logDeclined');
  return t(attemptedIn === null ? 'logGone' : 'logNotShown');
}

import { heldBackText, toldText } from '../held-back-text';
import { t } from '../i18n';
import type { LogEntry } from '../state/notification-store';
import { exactText } from '../time-text';

/** What was told and what was held back in the last seven days, each with its reason. */
export function NotificationLog({ entries }: { entries: LogEntry[] }) {
  return (
    <details class="fold">
      <summary>{t('notificationLog')}</summary>
      {entries.length === 0 ? (
        <p class="nothing">{t('notificationLogEmpty')}</p>
      ) : (
        <ul class="telling">
          {entries.map((entry) => (
            <Entry key={`${entry.kind} ${keyOf(entry)}`} entry={entry} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Entry({ entry }: { entry: LogEntry }) {
  const titles = entry.kind === 'told' ? entry.titles : [entry.held.title];
  return (
    <li class={entry.kind === 'held' ? 'is-held' : undefined}>
      <p class="note">
        {exactText(entry.at)}. {textOf(entry)}
      </p>
      {titles.map((title) => (
        <p key={title} class="headline" dir="auto">
          {title}
        </p>
      ))}
    </li>
  );
}

function keyOf(entry: LogEntry): string {
  return entry.kind === 'told' ? entry.record.notificationId : entry.held.heldId;
}

function textOf(entry: LogEntry): string {
  if (entry.kind === 'held') return heldBackText(entry.held);
  const { shownAt, expiredAt, attemptedIn } = entry.record;
  if (shownAt !== null) return toldText(entry.record);
  if (expiredAt === null) return t(attemptedIn === null ? 'logPending' : 'logDeclined');
  return t(attemptedIn === null ? 'logGone' : 'logNotShown');
}

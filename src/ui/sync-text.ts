import type { SyncProblem, SyncState } from '../domain/sync/state';
import { type MessageKey, t, tCount } from './i18n';
import { agoText } from './time-text';

const problems: Record<SyncProblem, MessageKey> = {
  incomplete: 'syncIncomplete',
  newer: 'syncNewer',
  refused: 'syncRefused',
  unavailable: 'syncUnavailable',
};

/** Why browsers do not agree at the moment. */
export function syncProblemText(problem: SyncProblem): string {
  return t(problems[problem]);
}

/** How this browser stands with the others, while it follows them. */
export function syncText(state: SyncState | null, now: number): string {
  if (state?.problem) return syncProblemText(state.problem);
  return state?.syncedAt == null ? t('syncBegins') : t('syncAgreed', agoText(state.syncedAt, now));
}

/** What was too much for the browser's sync; empty when everything went. */
export function leftOutTexts({ leftOut }: SyncState): string[] {
  return [
    ...(leftOut.feeds > 0 ? [tCount('syncFeedsLeft', leftOut.feeds)] : []),
    ...(leftOut.topics > 0 ? [tCount('syncTopicsLeft', leftOut.topics)] : []),
    ...(leftOut.settings ? [t('syncSettingsLeft')] : []),
  ];
}

/** What the other browsers changed here last; null when that is nothing worth a word. */
export function arrivalText({ arrived }: SyncState, now: number): string | null {
  if (arrived === null) return null;
  const parts = [
    ...(arrived.feedsAdded > 0 ? [tCount('syncFeedsCame', arrived.feedsAdded)] : []),
    ...(arrived.feedsRemoved > 0 ? [tCount('syncFeedsWent', arrived.feedsRemoved)] : []),
  ];
  return parts.length > 0 ? t('syncArrived', agoText(arrived.at, now), parts.join(' ')) : null;
}

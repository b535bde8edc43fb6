import type { FeedState } from '../domain/model';
import { feedErrorText } from './feed-error-text';
import { t } from './i18n';
import { agoText } from './time-text';

/** How a feed is doing: last check, its result, next check. */
export function healthText(state: FeedState | null, now: number): string {
  if (state?.checkedAt == null) return t('healthNotYet');
  const next =
    state.nextCheckAt > now
      ? t('healthNext', agoText(state.nextCheckAt, now))
      : t('healthNextSoon');
  if (state.lastError) {
    return `${feedErrorText(state.lastError, now)} ${t('healthLast', agoText(state.checkedAt, now))} ${next}`;
  }
  return `${t('healthGood', agoText(state.checkedAt, now))} ${next}`;
}

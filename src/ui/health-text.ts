import type { FeedState } from '../domain/model';
import { floorOf } from '../domain/refresh/next-check';
import { feedErrorText } from './feed-error-text';
import { t } from './i18n';
import { agoText, durationText } from './time-text';

/**
 * How a feed is doing: last check, its result, next check, and what keeps the user's choice of how often
 * to check from being followed.
 */
export function healthText(
  state: FeedState | null,
  now: number,
  checkEveryMs: number | null = null,
): string {
  if (!state || (state.checkedAt === null && state.lastError === null)) return t('healthNotYet');
  const { checkedAt, lastError } = state;
  const last = checkedAt === null ? t('healthNotYet') : t('healthLast', agoText(checkedAt, now));
  const well = checkedAt === null ? last : t('healthGood', agoText(checkedAt, now));
  const parts = lastError ? [feedErrorText(lastError, now), last] : [well];
  // An ended feed is not checked any more.
  if (lastError?.kind !== 'gone') parts.push(nextText(state, now));
  const floor = floorOf(state);
  if (checkEveryMs !== null && checkEveryMs < floor) {
    parts.push(t('healthFloor', durationText(floor)));
  }
  return parts.join(' ');
}

function nextText({ nextCheckAt }: FeedState, now: number): string {
  return nextCheckAt > now ? t('healthNext', agoText(nextCheckAt, now)) : t('healthNextSoon');
}

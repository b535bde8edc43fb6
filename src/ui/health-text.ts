import type { FeedState } from '../domain/model';
import { floorOf } from '../domain/refresh/next-check';
import { feedErrorText } from './feed-error-text';
import { t } from './i18n';
import { agoText, durationText } from './time-text';

interface Circumstances {
  /** The user's choice of how often to check. */
  checkEveryMs?: number | null;
  /** Nothing new can be stored. */
  isFull?: boolean;
}

/**
 * How a feed is doing: what keeps its news away, last check, its result, next check, and what keeps the
 * user's choice of how often to check from being followed.
 */
export function healthText(
  state: FeedState | null,
  now: number,
  { checkEveryMs = null, isFull = false }: Circumstances = {},
): string {
  const isEnded = state?.lastError?.kind === 'gone';
  const full = isFull && !isEnded ? [t('healthFull')] : [];
  if (!state || (state.checkedAt === null && state.lastError === null)) {
    return [...full, t('healthNotYet')].join(' ');
  }
  const parts = [...full, ...resultTexts(state, now, isFull)];
  if (!isEnded) parts.push(nextText(state, now));
  const floor = floorOf(state);
  if (checkEveryMs !== null && checkEveryMs < floor) {
    parts.push(t('healthFloor', durationText(floor)));
  }
  return parts.join(' ');
}

function resultTexts({ checkedAt, lastError }: FeedState, now: number, isFull: boolean): string[] {
  const last = checkedAt === null ? t('healthNotYet') : t('healthLast', agoText(checkedAt, now));
  if (lastError) return [feedErrorText(lastError, now), last];
  return [checkedAt === null || isFull ? last : t('healthGood', agoText(checkedAt, now))];
}

function nextText({ nextCheckAt }: FeedState, now: number): string {
  return nextCheckAt > now ? t('healthNext', agoText(nextCheckAt, now)) : t('healthNextSoon');
}

import browser from 'webextension-polyfill';
import { type FollowedFeeds, listFeeds } from '../storage/feeds';

export const REFRESH_ALARM = 'refresh';

/** Wakes the worker even when a refresh died before it could set the next time. */
const PERIOD_MINUTES = 5;

/** Chrome's own floor for alarms. */
const SOONEST_MS = 30_000;

export async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(REFRESH_ALARM);
  const latest = Date.now() + PERIOD_MINUTES * 60_000 + SOONEST_MS;
  // An alarm further away was set by a clock that was ahead, and would not ring for as long.
  if (!alarm || alarm.scheduledTime > latest) await scheduleAlarm(Date.now());
}

/**
 * Sets the alarm to the earliest next check.
 * @param followed what was just read, when nothing changed since
 */
export async function scheduleAlarm(
  now: number,
  followed?: Pick<FollowedFeeds, 'feeds' | 'states'>,
): Promise<void> {
  const { feeds, states } = followed ?? (await listFeeds());
  const times = feeds.map(({ feedId }) => states.get(feedId)?.nextCheckAt ?? now);
  const earliest = times.reduce((a, b) => Math.min(a, b), now + PERIOD_MINUTES * 60_000);
  const when = Math.max(earliest, now + SOONEST_MS);
  await browser.alarms.create(REFRESH_ALARM, { when, periodInMinutes: PERIOD_MINUTES });
}

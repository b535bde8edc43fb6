import { decideNotifications } from '../domain/notify/decide';
import { PACE_MS, REPLACING_PACE_MS } from '../domain/notify/growth';
import { localTimeIn } from '../domain/notify/local-time';
import type { NotificationRules } from '../storage/decide-notifications';
import { readSettings } from '../storage/settings';
import { canChangeInPlace } from './put-up';
import { isScreenLocked } from './screen-lock';

/** What the decision asks of the present: the user's choices, the wall clock, and whether anybody sees it. */
export async function notificationRules(): Promise<NotificationRules> {
  const { notificationLevel: level, notifications: settings } = await readSettings();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const localTimeOf = localTimeIn(timeZone);
  const growthPaceMs = canChangeInPlace() ? PACE_MS : REPLACING_PACE_MS;
  const isLocked = await isScreenLocked();
  return { level, settings, localTimeOf, growthPaceMs, isLocked, decide: decideNotifications };
}

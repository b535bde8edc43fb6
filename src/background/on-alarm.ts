import type { Alarms } from 'webextension-polyfill';
import { REFRESH_ALARM } from './alarms';
import { refresh } from './refresh';

export async function onAlarm({ name }: Alarms.Alarm): Promise<void> {
  if (name === REFRESH_ALARM) await refresh({ now: Date.now() });
}

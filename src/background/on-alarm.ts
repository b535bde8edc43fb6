import type { Alarms } from 'webextension-polyfill';
import { makeDailySnapshot } from '../storage/snapshots';
import { REFRESH_ALARM } from './alarms';
import { refresh } from './refresh';
import { SYNC_ALARM, syncChoices, syncWhenDue } from './sync';

export async function onAlarm({ name }: Alarms.Alarm): Promise<void> {
  const now = Date.now();
  if (name === SYNC_ALARM) await syncChoices(now);
  if (name !== REFRESH_ALARM) return;
  await refresh({ now });
  await makeDailySnapshot(now);
  await syncWhenDue(now);
}

import { goBack } from '../storage/snapshots';
import { scheduleAlarm } from './alarms';
import { announceChange } from './announce';
import { refreshAgain } from './refresh';
import { reportFailure } from './report';

/** Makes feeds, topics and settings what they were in a snapshot. @returns the snapshot that undoes it */
export async function goBackTo(snapshotId: string): Promise<string | null> {
  const now = Date.now();
  const undoId = await goBack(snapshotId, now);
  await announceChange();
  await scheduleAlarm(now);
  reportFailure(refreshAgain(now));
  return undoId;
}

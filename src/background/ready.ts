import { onNoSpace } from '../storage/database';
import { setFull } from '../storage/full-flag';
import { makeRoom } from '../storage/make-room';
import { ensureAlarm } from './alarms';
import { updateBadge } from './badge';
import { showPending } from './notifier';

/**
 * What a new worker makes sure of: the alarm exists (Firefox forgets alarms when it closes, Chrome at
 * updates), the badge is right, and what was decided but not shown before the last one died is shown.
 */
export async function ready(): Promise<void> {
  onNoSpace({ makeRoom: (tx) => makeRoom(tx, Date.now()), giveUp: () => setFull(true) });
  await ensureAlarm();
  await updateBadge();
  await showPending(Date.now());
}

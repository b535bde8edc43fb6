import type { CommandHandlers } from '../messaging/serve';
import { restoreArticles, restoreChoices, restoreTold } from '../storage/backup/restore';
import { writeSettings } from '../storage/settings';
import { scheduleAlarm } from './alarms';
import { announceChange } from './announce';
import { refreshAgain } from './refresh';
import { reportFailure } from './report';

/** A page reads the file and sends it in these steps; each may be repeated. */
export const restoring: Pick<
  CommandHandlers,
  'restoreChoices' | 'restoreArticles' | 'restoreTold'
> = {
  async restoreChoices({ choices, mode }) {
    const now = Date.now();
    const undoId = await restoreChoices(choices, mode, now);
    if (choices.feeds.length > 0) await writeSettings({ hasStarted: true });
    await announceChange();
    return undoId;
  },
  // Told at the end: pages that read everything anew after each step would be most of the work.
  restoreArticles: (some) => restoreArticles(some, Date.now()),
  async restoreTold(told) {
    const now = Date.now();
    await restoreTold(told, now);
    await announceChange();
    await scheduleAlarm(now);
    reportFailure(refreshAgain(now));
    return null;
  },
};

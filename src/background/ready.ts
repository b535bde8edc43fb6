import { onNoSpace } from '../storage/database';
import { endDeadRefresh } from '../storage/dead-refresh';
import { ensureFrontPageCopy } from '../storage/front-page';
import { mayMakeRoom, setFull } from '../storage/full-flag';
import { makeRoom } from '../storage/make-room';
import { tidySearchIndex } from '../storage/search/tidy';
import { ensureAlarm, scheduleAlarm } from './alarms';
import { announceChange } from './announce';
import { updateBadge } from './badge';
import { finishErasing } from './erase';
import { showPending } from './notifier';
import { renameSurfaces } from './on-language-chosen';

/**
 * What a new worker makes sure of: erasing that was begun is ended, the alarm exists (Firefox forgets alarms
 * when it closes, Chrome at updates), the badge is right, the popup finds its front page in memory, the button
 * has its name in the chosen language, a refresh that died with the last one is not awaited and what it did not
 * reach is checked soon, and what was decided but not shown then is shown. What is stored but not yet in the
 * index of words comes last, step by step.
 */
export async function ready(): Promise<void> {
  const startedAt = Date.now();
  onNoSpace({
    mayMakeRoom: () => mayMakeRoom(Date.now()),
    makeRoom: (tx) => makeRoom(tx, Date.now()),
    giveUp: () => setFull(true),
  });
  await finishErasing();
  await ensureAlarm();
  if (await endDeadRefresh(startedAt)) {
    await scheduleAlarm(Date.now());
    await announceChange();
  } else await updateBadge();
  await ensureFrontPageCopy();
  await renameSurfaces();
  await showPending(Date.now());
  while (await tidySearchIndex(Date.now()));
}

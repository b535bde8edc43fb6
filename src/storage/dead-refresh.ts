import { inWriteTransaction, type WriteTransaction } from './database';
import { readRecord, writeRecord } from './records';

/** How soon feeds are checked that a refresh did not reach because its worker died… */
const AGAIN_AFTER_MS = 30_000;
/** …and by how much later with each further worker that dies of them: one of them may be what it dies of. */
const SLOWER = 4;

/** Which feeds a refresh is about to check; in the transaction that schedules their next checks. */
export async function noteRefresh(tx: WriteTransaction, feedIds: string[]): Promise<void> {
  const { deaths = 0 } = (await readRecord(tx, 'underWay')) ?? {};
  await writeRecord(tx, 'underWay', { feedIds, deaths });
}

/** The refresh came to its end. */
export async function noteRefreshEnd(tx: WriteTransaction): Promise<void> {
  await writeRecord(tx, 'progress', null);
  await writeRecord(tx, 'underWay', null);
}

/**
 * Ends a refresh of which nothing more will be heard: it began before the present worker did. The feeds that it
 * did not reach are due again soon, where they would wait for their next check by schedule.
 * @returns whether there was one
 */
export async function endDeadRefresh(workerStartedAt: number): Promise<boolean> {
  return inWriteTransaction(
    async (tx) => {
      const progress = await readRecord(tx, 'progress');
      if (!progress || progress.startedAt >= workerStartedAt) return false;
      await writeRecord(tx, 'progress', null);
      const { feedIds = [], deaths = 0 } = (await readRecord(tx, 'underWay')) ?? {};
      const againAt = workerStartedAt + AGAIN_AFTER_MS * SLOWER ** deaths;
      await makeUnreachedDue(tx, { feedIds, startedAt: progress.startedAt, againAt });
      await writeRecord(tx, 'underWay', { feedIds: [], deaths: deaths + 1 });
      return true;
    },
    ['records', 'feedStates'],
  );
}

async function makeUnreachedDue(
  tx: WriteTransaction,
  refresh: { feedIds: string[]; startedAt: number; againAt: number },
): Promise<void> {
  const states = tx.objectStore('feedStates');
  for (const feedId of refresh.feedIds) {
    const state = await states.get(feedId);
    if (!state || (state.checkedAt ?? 0) >= refresh.startedAt) continue;
    if (state.nextCheckAt <= refresh.againAt) continue;
    await states.put({ ...state, nextCheckAt: refresh.againAt });
  }
}

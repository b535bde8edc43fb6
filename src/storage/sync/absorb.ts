import {
  type Choices,
  type ChoicesChange,
  isEmptyChange,
  takesAway,
} from '../../domain/choices/model';
import type { JsonObject } from '../../domain/json';
import { captureChanges } from '../../domain/sync/capture';
import { compactDocument } from '../../domain/sync/compact';
import { isAhead } from '../../domain/sync/merge';
import type { SyncDocument } from '../../domain/sync/model';
import { planChanges } from '../../domain/sync/plan';
import type { Arrival, SyncState } from '../../domain/sync/state';
import { applyChange, readChoices } from '../choices';
import { type AnyTransaction, inReadTransaction, inWriteTransaction } from '../database';
import { readRecord, writeRecord } from '../records';
import { readStoredSettings, replaceStoredSettings } from '../settings';
import { takeSnapshot } from '../snapshots';
import { readSyncState } from './state';

export interface Absorbed {
  /** What this browser and the others say together. */
  document: SyncDocument;
  /** What changed here. */
  change: ChoicesChange;
}

/**
 * Takes what other browsers say together with what was chosen here since, and makes it so: in one transaction, with
 * a snapshot first when anything goes. The settings, which are not in the database, are written before: when
 * the worker dies in between they are found to be what the others say, and not taken for a choice made here.
 */
export async function absorbRemote(remote: SyncDocument, now: number): Promise<Absorbed> {
  const before = await readStoredSettings();
  const { change } = await inReadTransaction((tx) => agree(tx, { remote, settings: before, now }));
  if (change.settings) await replaceStoredSettings(change.settings);
  const settings = await readStoredSettings();
  return inWriteTransaction(async (tx) => {
    const agreement = await agree(tx, { remote, settings, now });
    const { base, local, document } = agreement;
    const made = { ...agreement.change, settings: null };
    let snapshotId: string | null = null;
    if (takesAway(made)) {
      const was = { ...local, settings: before };
      snapshotId = await takeSnapshot(tx, { reason: 'sync', settings: before, now }, was);
    }
    const isChanged = !isEmptyChange(made);
    if (isChanged) await applyChange(tx, made, now);
    const state = await readSyncState(tx);
    const after = isChanged ? arrived(state, { made, local, snapshotId, now }) : state;
    await writeRecord(tx, 'syncState', after);
    if (base === null || isAhead(document, base) || isAhead(base, document)) {
      await writeRecord(tx, 'syncDocument', document);
    }
    return { document, change: { ...made, settings: change.settings } };
  });
}

interface Agreement extends Absorbed {
  local: Choices;
  base: SyncDocument | null;
}

async function agree(
  tx: AnyTransaction,
  { remote, settings, now }: { remote: SyncDocument; settings: JsonObject; now: number },
): Promise<Agreement> {
  const local = await readChoices(tx, settings);
  const base = (await readRecord(tx, 'syncDocument')) ?? null;
  const { browserId } = await readSyncState(tx);
  const captured = captureChanges({ local, base, remote, now, browserId });
  const document = compactDocument(captured, now);
  return { local, base, document, change: planChanges(local, document, base) };
}

/** Names what came and went for the user. */
function arrived(
  state: SyncState,
  {
    made,
    local,
    snapshotId,
    now,
  }: { made: ChoicesChange; local: Choices; snapshotId: string | null; now: number },
): SyncState {
  const followed = new Set(
    local.feeds.filter(({ removedAt }) => removedAt === null).map(({ feedId }) => feedId),
  );
  const arrival: Arrival = {
    at: now,
    feedsAdded: made.putFeeds.filter(({ feedId }) => !followed.has(feedId)).length,
    feedsRemoved: made.removeFeedIds.length,
    snapshotId,
  };
  return { ...state, arrived: arrival };
}

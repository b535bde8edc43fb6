import browser from 'webextension-polyfill';
import { hashText } from '../domain/article/hash-text';
import { isEmptyChange } from '../domain/choices/model';
import { newsIn } from '../domain/sync/merge';
import { EMPTY_DOCUMENT, isEmptyDocument, type SyncDocument } from '../domain/sync/model';
import { NOTHING_LEFT_OUT, packDocument } from '../domain/sync/pack';
import { agreed, awaitsRest, failed, incomplete, type SyncState } from '../domain/sync/state';
import { encodeEntries } from '../domain/sync/wire';
import { readSettings, writeSettings } from '../storage/settings';
import { absorbRemote } from '../storage/sync/absorb';
import {
  clearRemote,
  PACK_LIMITS,
  type RemoteReading,
  readRemote,
  writeRemote,
} from '../storage/sync/area';
import { compressText } from '../storage/sync/compression';
import { changeSyncState, readSyncStatus } from '../storage/sync/state';
import { scheduleAlarm } from './alarms';
import { announceChange, announceProgress } from './announce';
import { refreshAgain } from './refresh';
import { reportFailure } from './report';

export const SYNC_ALARM = 'sync';

/**
 * How long what was chosen waits for what is chosen next; also Chrome's floor for alarms. At most two attempts a
 * minute with three operations each are far below what browsers allow (120 a minute, 1,800 an hour).
 */
const GATHER_MS = 30_000;

/** What changes by itself, such as a feed's address, is told by then. */
const CHECK_EVERY_MS = 30 * 60_000;

let running: Promise<void> = Promise.resolve();
let waiting: Promise<void> | null = null;
let isRunning = false;

/**
 * Brings this browser and the others to agree, one attempt after the other; whoever asks while one waits for its turn
 * gets that one. Does nothing while that is off.
 */
export function syncChoices(now: number): Promise<void> {
  waiting ??= running.then(() => {
    waiting = null;
    isRunning = true;
    const attempt = attemptSync(now).finally(() => {
      isRunning = false;
    });
    running = attempt.catch(() => undefined);
    return attempt;
  });
  return waiting;
}

/** Waits for the attempt that runs. @returns whether there was one */
export async function syncEnded(): Promise<boolean> {
  const wasRunning = isRunning;
  await running;
  return wasRunning;
}

async function attemptSync(now: number): Promise<void> {
  if (!(await isSyncing())) return;
  const state = await changeSyncState((before) => before);
  const remote = await readRemote().catch(() => null);
  if (remote === null) return settle(failed(state, 'unavailable', now));
  if (remote.kind === 'newer') return settle(failed(state, 'newer', now));
  if (remote.kind === 'incomplete' && awaitsRest(state, now)) return settle(incomplete(state, now));
  const { document, change } = await absorbRemote(knownOf(remote), now);
  if (!isEmptyChange(change)) await showArrivals(change.putFeeds.length > 0, now);
  if (isHeldOff(state, now)) return settle({ ...state, checkedAt: now });
  const said = remote.kind === 'whole' ? remote.document : EMPTY_DOCUMENT;
  await settle(await tell({ document, said, state, now }));
}

/** The browser refused to keep what was told: it is not asked again so soon. */
function isHeldOff({ problem, retryAt }: SyncState, now: number): boolean {
  return problem === 'refused' && retryAt !== null && now < retryAt;
}

async function isSyncing(): Promise<boolean> {
  return (await readSettings()).syncsChoices;
}

function knownOf(remote: Exclude<RemoteReading, { kind: 'newer' }>): SyncDocument {
  return remote.kind === 'empty' ? EMPTY_DOCUMENT : remote.document;
}

/** Writes what the others do not know yet, as much of it as fits. */
async function tell({
  document,
  said,
  state,
  now,
}: {
  document: SyncDocument;
  said: SyncDocument;
  state: SyncState;
  now: number;
}): Promise<SyncState> {
  const news = newsIn(document, said);
  if (isEmptyDocument(news)) return agreed(state, ALL_TOLD, now);
  // Nothing but what did not fit the last time.
  if (untoldOf(news) === state.untold) return agreed(state, state, now);
  const packed = await packDocument(document, PACK_LIMITS, compressText);
  const { leftOut } = packed;
  // Meanwhile it may have been switched off.
  if (!(await isSyncing())) return state;
  try {
    if (!isEmptyDocument(newsIn(packed.document, said))) await writeRemote(packed.chunks);
    const untold = untoldOf(newsIn(document, packed.document));
    return agreed(state, { leftOut, untold }, now);
  } catch {
    return failed({ ...state, leftOut }, 'refused', now);
  }
}

const ALL_TOLD = { leftOut: NOTHING_LEFT_OUT, untold: null };

function untoldOf(document: SyncDocument): string | null {
  return isEmptyDocument(document)
    ? null
    : hashText(encodeEntries(Object.entries(document.entries)));
}

/** New feeds are checked at once: those whose sites may not be visited yet say so. */
async function showArrivals(hasNewFeeds: boolean, now: number): Promise<void> {
  if (hasNewFeeds) await writeSettings({ hasStarted: true });
  await announceChange();
  await scheduleAlarm(now);
  if (hasNewFeeds) reportFailure(refreshAgain(now));
}

/** Remembers how it went, without what the attempt itself noted of arrivals. */
async function settle(outcome: SyncState): Promise<void> {
  const { retryAt } = await changeSyncState(({ arrived }) => ({ ...outcome, arrived }));
  if (retryAt !== null) await browser.alarms.create(SYNC_ALARM, { when: retryAt });
  announceProgress();
}

/** Something was chosen: it is told to the other browsers in half a minute, with what else is chosen until then. */
export async function scheduleSync(now: number): Promise<void> {
  if (!(await isSyncing()) || (await browser.alarms.get(SYNC_ALARM))) return;
  await browser.alarms.create(SYNC_ALARM, { when: now + GATHER_MS });
}

/** Other browsers, or this one, wrote something. A page may wait to offer it. */
export async function onSyncedElsewhere(now: number): Promise<void> {
  if (await isSyncing()) await syncChoices(now);
  else announceProgress();
}

/** Firefox forgets alarms when it closes, and a worker may have died before it told. */
export async function syncWhenDue(now: number): Promise<void> {
  const checkedAt = (await readSyncStatus())?.checkedAt ?? 0;
  if (checkedAt > now || now - checkedAt >= CHECK_EVERY_MS) await syncChoices(now);
}

/** Joins the other browsers, or leaves them. What is there stays in either case. */
export async function setSyncing(isOn: boolean, now: number): Promise<SyncState | null> {
  await writeSettings({ syncsChoices: isOn });
  if (isOn) await syncChoices(now);
  else await browser.alarms.clear(SYNC_ALARM);
  announceProgress();
  return readSyncStatus();
}

/** Takes the copy of this browser's and the others' choices out of the user's account, while this one is off. */
export async function clearSynced(): Promise<void> {
  if (!(await isSyncing())) await clearRemote();
  announceProgress();
}

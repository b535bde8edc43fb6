import { type LeftOut, NOTHING_LEFT_OUT } from './pack';

/** Why browsers do not agree at the moment. */
export type SyncProblem =
  /** A part of what another browser wrote has not arrived yet, or never will. */
  | 'incomplete'
  /** A newer version of Dateline wrote it: this one neither reads nor overwrites it. */
  | 'newer'
  /** The browser keeps no more, or not so soon. */
  | 'refused'
  /** The browser has no sync storage, or it is switched off. */
  | 'unavailable';

/** How this browser stands with the others. */
export interface SyncState {
  /** How it calls itself in stamps; made up, and of no meaning elsewhere. */
  browserId: string;
  checkedAt: number | null;
  /** When it agreed with the others last. */
  syncedAt: number | null;
  problem: SyncProblem | null;
  /** Since when what the others wrote is incomplete. */
  incompleteSince: number | null;
  /** Attempts that failed, one after the other. */
  failures: number;
  /** Not before then. */
  retryAt: number | null;
  leftOut: LeftOut;
  /** Hash of what did not fit, so that the same is not tried again; null when everything did. */
  untold: string | null;
  /** What the others changed here last. */
  arrived: Arrival | null;
}

export interface Arrival {
  at: number;
  feedsAdded: number;
  feedsRemoved: number;
  /** The state before, to go back to; null when nothing was taken away. */
  snapshotId: string | null;
}

export function newSyncState(browserId: string): SyncState {
  return {
    browserId,
    checkedAt: null,
    syncedAt: null,
    problem: null,
    incompleteSince: null,
    failures: 0,
    retryAt: null,
    leftOut: NOTHING_LEFT_OUT,
    untold: null,
    arrived: null,
  };
}

const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 3_600_000;

/** After a failure: a minute, then twice as long each time, at most an hour. */
export function failed(state: SyncState, problem: SyncProblem, now: number): SyncState {
  const wait = Math.min(FIRST_RETRY_MS * 2 ** state.failures, LAST_RETRY_MS);
  return { ...state, problem, checkedAt: now, failures: state.failures + 1, retryAt: now + wait };
}

/** What a browser writes arrives in parts; after this long it is not going to be whole. */
const INCOMPLETE_MS = 2 * 60_000;

/** Whether to wait for the rest of what another browser wrote. */
export function awaitsRest(state: SyncState, now: number): boolean {
  const since = state.incompleteSince;
  return since === null || (now >= since && now - since < INCOMPLETE_MS);
}

export function incomplete(state: SyncState, now: number): SyncState {
  const since = state.incompleteSince ?? now;
  const retryAt = now + INCOMPLETE_MS;
  return { ...state, problem: 'incomplete', checkedAt: now, incompleteSince: since, retryAt };
}

/** @param untold what did not fit */
export function agreed(
  state: SyncState,
  { leftOut, untold }: Pick<SyncState, 'leftOut' | 'untold'>,
  now: number,
): SyncState {
  const well = { problem: null, incompleteSince: null, failures: 0, retryAt: null };
  return { ...state, ...well, leftOut, untold, checkedAt: now, syncedAt: now };
}

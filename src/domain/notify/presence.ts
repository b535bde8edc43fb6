import type { Absence } from '../model';

/**
 * `locked`: nobody can see a notification now. `returned`: somebody just came back, so that what
 * gathered meanwhile comes at once. `here`: all others.
 */
export type Presence = 'here' | 'locked' | 'returned';

export interface PresenceRecord {
  /** When the worker last looked. */
  seenAt: number;
  /** Of the last days, oldest first. */
  absences: Absence[];
}

/** The worker looks every five minutes; after a gap of this length the device slept or the browser was closed. */
const GAP_MS = 30 * 60_000;

/** After a night the network may be slow to return: for so long, what arrives belongs to the absence. */
const RETURNING_MS = 15 * 60_000;

const KEEP_MS = 8 * 86_400_000;
const MOST_ABSENCES = 300;

/** Notes that somebody is, or is not, in front of the screen. */
export function notePresence(
  before: PresenceRecord | null,
  now: number,
  isLocked: boolean,
): PresenceRecord {
  const absences = (before?.absences ?? []).flatMap((absence) => untilNow(absence, now));
  const open = absences.find(({ to }) => to === null);
  const hasSlept = before !== null && now - before.seenAt > GAP_MS;
  if (open && !isLocked) open.to = now;
  else if (!open && (isLocked || hasSlept)) {
    absences.push({ from: hasSlept ? before.seenAt : now, to: isLocked ? null : now });
  }
  const kept = absences.filter(({ to }) => to === null || now - to <= KEEP_MS);
  return { seenAt: now, absences: kept.slice(-MOST_ABSENCES) };
}

/**
 * What a clock that was ahead has noted is not to come: the sleep that it seemed to be never was, and would
 * hold everything back until the clock is there again. Only who is still away is.
 */
function untilNow({ from, to }: Absence, now: number): Absence[] {
  if (to === null) return [{ from: Math.min(from, now), to }];
  return to > now ? [] : [{ from, to }];
}

/** @param toldAt when the user was last told of anything: a return is over then. */
export function presenceAt(absences: Absence[], at: number, toldAt: number | null): Presence {
  if (absences.some(({ from, to }) => from <= at && (to === null || at < to))) return 'locked';
  const hasReturned = absences.some(
    ({ to }) =>
      to !== null && to <= at && at - to <= RETURNING_MS && (toldAt === null || toldAt < to),
  );
  return hasReturned ? 'returned' : 'here';
}

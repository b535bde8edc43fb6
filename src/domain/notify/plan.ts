import type { HeldBackReason, HeldStory, NotificationRecord } from '../model';
import { overBudget } from './budget';
import { byWeight } from './by-weight';
import { type Candidate, type ChangedStory, heldFrom, judge } from './judge';
import type { LocalTimeOf } from './local-time';
import type { Presence } from './presence';
import { isQuiet } from './quiet-hours';
import type { Wishes } from './reason';
import { recordFor } from './record';
import { judgeWaiting, type WaitingStory } from './waiting';

export interface PlanInput extends Wishes {
  changed: ChangedStory[];
  waiting: WaitingStory[];
  /** Ids of notifications and of stories that were told before. */
  told: ReadonlySet<string>;
  muted: ReadonlySet<string>;
  /** Notifications that the present local day has seen. */
  spent: number;
  presence: Presence;
  localTimeOf: LocalTimeOf;
  now: number;
}

export interface NotificationPlan {
  /** At most one: what comes at once comes as one. */
  records: NotificationRecord[];
  /** Held back just now, or waiting before and decided now. */
  held: HeldStory[];
}

/**
 * The one decision on what to tell, for the worker and for the preview of seven days alike. Everything
 * that is worth telling in this moment becomes one notification, or is held back with its reason.
 */
export function planNotifications(input: PlanInput): NotificationPlan {
  const { now, settings, spent } = input;
  const judged = input.changed.flatMap((change) => judge(change, input));
  const refused = judged.flatMap((candidate) =>
    candidate.heldBack ? [heldFrom(candidate, candidate.heldBack, now)] : [],
  );
  const waitingIds = new Set(input.waiting.map(({ held }) => held.heldId));
  const fresh = judged.filter(
    ({ heldBack, candidateId }) => heldBack === null && !waitingIds.has(candidateId),
  );
  const pause = pauseOf(input);
  if (pause) {
    return { records: [], held: [...refused, ...fresh.map((each) => heldFrom(each, pause, now))] };
  }
  const { ready, dropped } = judgeWaiting(input.waiting, input);
  const all: Candidate[] = [...ready, ...fresh];
  const over = overBudget(all, { budget: settings.dailyBudget, spent });
  for (const candidate of tooOldAlone(all.filter((each) => !over.has(each)))) {
    over.set(candidate, 'late');
  }
  const told = all.filter((candidate) => !over.has(candidate)).sort(byWeight);
  return {
    records: told.length > 0 ? [recordFor(told, occasionOf(told, input), now)] : [],
    held: [
      ...refused,
      ...dropped,
      ...[...over].map(([candidate, reason]) => heldFrom(candidate, reason, now)),
      ...ready.flatMap((each) => (over.has(each) ? [] : [releasedFrom(each.held, now)])),
    ],
  };
}

/** Why nothing at all comes now. */
function pauseOf({ settings, presence, localTimeOf, now }: PlanInput): HeldBackReason | null {
  if (isQuiet(settings.quietHours, localTimeOf(now))) return 'quiet';
  return presence === 'locked' ? 'away' : null;
}

/** After an absence several old stories make a summary; a single one is no news. */
function tooOldAlone(candidates: Candidate[]): Candidate[] {
  return candidates.length === 1 ? candidates.filter(({ isOld }) => isOld) : [];
}

function occasionOf(
  told: Candidate[],
  { waiting, presence }: PlanInput,
): NotificationRecord['occasion'] {
  const toldIds = new Set(told.map(({ candidateId }) => candidateId));
  const reasons = waiting.flatMap(({ held }) => (toldIds.has(held.heldId) ? [held.heldBack] : []));
  if (reasons.includes('quiet')) return 'quiet';
  const isGathered = presence === 'returned' && told.length > 1;
  return reasons.length > 0 || isGathered ? 'away' : null;
}

function releasedFrom(held: HeldStory, now: number): HeldStory {
  return { ...held, isWaiting: false, toldAt: now };
}

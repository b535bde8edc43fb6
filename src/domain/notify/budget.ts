import type { HeldBackReason, NotificationRecord } from '../model';
import type { Candidate } from './judge';
import type { LocalTimeOf } from './local-time';

/** Two of five are kept for breaking news, so that lesser stories of the morning cannot spend them. */
const RESERVED_SHARE = 0.4;

/** How many notifications the local day of `now` has seen, or is about to see. Growth is free. */
export function spentToday(
  records: Pick<NotificationRecord, 'shownAt' | 'expiredAt'>[],
  now: number,
  localTimeOf: LocalTimeOf,
): number {
  const { day } = localTimeOf(now);
  return records.filter(({ shownAt, expiredAt }) =>
    shownAt === null ? expiredAt === null : localTimeOf(shownAt).day === day,
  ).length;
}

/**
 * What the day's budget leaves of these candidates, which will come as one notification.
 * @returns why each one that it leaves out is held back.
 */
export function overBudget<C extends Candidate>(
  candidates: C[],
  { budget, spent }: { budget: number; spent: number },
): Map<C, HeldBackReason> {
  const left = budget - spent;
  if (left <= 0) return new Map(candidates.map((candidate) => [candidate, 'budget']));
  if (left > Math.floor(budget * RESERVED_SHARE)) return new Map();
  const lesser = candidates.filter(({ cause }) => !isUrgent(cause.reason));
  return new Map(lesser.map((candidate) => [candidate, 'reserve']));
}

function isUrgent(reason: Candidate['cause']['reason']): boolean {
  return reason === 'breaking' || reason === 'turned';
}

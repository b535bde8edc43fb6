import type { NotificationReason } from '../model';
import type { Candidate } from './judge';

const RANKS: Record<NotificationReason, number> = {
  breaking: 0,
  turned: 1,
  corrected: 2,
  topic: 3,
  feed: 4,
  everything: 5,
};

/** The order within one notification: what matters more to more people first, the newest of equals. */
export function byWeight(a: Candidate, b: Candidate): number {
  return (
    RANKS[a.cause.reason] - RANKS[b.cause.reason] ||
    b.story.publisherCount - a.story.publisherCount ||
    b.story.sortAt - a.story.sortAt ||
    (a.candidateId < b.candidateId ? -1 : 1)
  );
}

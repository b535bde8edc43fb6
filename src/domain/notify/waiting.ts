import type { HeldBackReason, HeldStory, Story } from '../model';
import type { Candidate } from './judge';
import { objectionTo, type Wishes } from './reason';

/** A story that was held back until quiet or absence end, as it is now; null when it is gone. */
export interface WaitingStory {
  held: HeldStory;
  story: Story | null;
}

export interface ReadyStory extends Candidate {
  held: HeldStory;
}

/** Longer than a weekend of quiet from Saturday morning on. */
const WAIT_MS = 49 * 3_600_000;

/** What of that which waited is still worth telling; the rest waits no longer. */
export function judgeWaiting(
  waiting: WaitingStory[],
  around: Wishes & { muted: ReadonlySet<string>; now: number },
): { ready: ReadyStory[]; dropped: HeldStory[] } {
  const ready: ReadyStory[] = [];
  const dropped: HeldStory[] = [];
  for (const { held, story } of waiting) {
    const heldBack = reasonToDrop(held, story, around);
    if (story === null || heldBack) {
      dropped.push({ ...held, heldBack: heldBack ?? 'unwanted', isWaiting: false });
      continue;
    }
    const cause = { reason: held.reason, because: held.because };
    ready.push({ candidateId: held.heldId, story, cause, spanMs: 0, isOld: false, held });
  }
  return { ready, dropped };
}

function reasonToDrop(
  held: HeldStory,
  story: Story | null,
  around: Parameters<typeof judgeWaiting>[1],
): HeldBackReason | null {
  if (story === null || story.isHidden || around.level === 'off') return 'unwanted';
  if (around.muted.has(story.storyId)) return 'unwanted';
  const isEdit = held.reason === 'corrected' || held.reason === 'turned';
  if (!story.isUnread && !isEdit) return 'seen';
  if (around.now - held.heldAt > WAIT_MS) return 'late';
  return objectionTo(story, story.publisherCount === 1 ? [story.lead.feedId] : [], around);
}

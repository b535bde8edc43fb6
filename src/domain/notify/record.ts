import type { NotificationRecord } from '../model';
import type { Candidate } from './judge';

type Unfinished = Omit<
  NotificationRecord,
  'notificationId' | 'storyIds' | 'reason' | 'because' | 'decidedAt'
>;

/** What a record holds before anything happened to it; also for those of versions that knew less. */
export const NEW_RECORD: Unfinished = {
  occasion: null,
  attemptedAt: null,
  attemptedIn: null,
  shownAt: null,
  expiredAt: null,
  clickedAt: null,
  closedAt: null,
  mutedAt: null,
  publisherCount: 0,
  spanMs: 0,
  grownAt: null,
  isGrowing: false,
};

/** Ids are made from the stories', so that a decision made again after a crash is the same one. */
export function recordFor(
  told: Candidate[],
  occasion: NotificationRecord['occasion'],
  now: number,
): NotificationRecord {
  const storyIds = told.map(({ story }) => story.storyId);
  const [first] = told;
  if (first && told.length === 1 && occasion === null) {
    const { publisherCount } = first.story;
    const { candidateId: notificationId, cause, spanMs } = first;
    const count = { publisherCount, spanMs };
    return { ...NEW_RECORD, notificationId, storyIds, ...cause, ...count, decidedAt: now };
  }
  const [least = ''] = told.map(({ candidateId }) => candidateId).sort();
  const notificationId = `summary:${least}`;
  const summary = { ...NEW_RECORD, notificationId, storyIds, occasion, decidedAt: now };
  return { ...summary, reason: 'summary', because: [] };
}

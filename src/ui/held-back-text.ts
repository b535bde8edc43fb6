import type { HeldStory, NotificationRecord } from '../domain/model';
import { type MessageKey, t } from './i18n';

const heldBackTexts: Record<HeldStory['heldBack'], MessageKey> = {
  quiet: 'heldQuiet',
  away: 'heldAway',
  budget: 'heldBudget',
  reserve: 'heldReserve',
  late: 'heldLate',
  'feed-off': 'heldFeedOff',
  'topic-off': 'heldTopicOff',
  seen: 'heldSeen',
  unwanted: 'heldUnwanted',
};

/** Why a story did not come as a notification, or not at once. */
export function heldBackText({ heldBack, toldAt }: HeldStory): string {
  const text = t(heldBackTexts[heldBack]);
  return toldAt === null ? text : `${text} ${t('heldThenTold')}`;
}

/** Why a notification came. */
export function toldText({ reason, because, occasion }: NotificationRecord): string {
  const names = because.join(', ');
  switch (reason) {
    case 'breaking':
      return t('toldBreaking');
    case 'topic':
      return t('toldTopic', names);
    case 'feed':
      return t('toldFeed');
    case 'corrected':
      return t('toldCorrected');
    case 'turned':
      return t('toldTurned');
    case 'everything':
      return t('toldEverything');
    case 'summary':
      if (occasion === 'quiet') return t('toldAfterQuiet');
      return t(occasion === 'away' ? 'toldAfterAbsence' : 'toldTogether');
  }
}

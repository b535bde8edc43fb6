import type { BreakingDecision, BreakingReason } from '../domain/model';
import { locale, t, tCount } from './i18n';
import { durationText } from './time-text';

function reasonText(reason: BreakingReason): string {
  switch (reason.kind) {
    case 'kicker':
      return t('breakingKicker', reason.publisher, t('quoted', reason.word));
    case 'publishers':
      return tCount('breakingPublishers', reason.count, durationText(reason.withinMs));
    case 'burst': {
      const times = new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 });
      return t('breakingBurst', times.format(reason.ratio));
    }
    case 'severity':
      return t('breakingSeverity', t('quoted', reason.word));
  }
}

/** Why a story is held to be breaking, in a sentence. */
export function breakingText({ reasons }: BreakingDecision): string {
  const list = new Intl.ListFormat(locale()).format(reasons.map(reasonText));
  return t('breakingBecause', list);
}

import type { FrontPage, RefreshProgress } from '../../domain/model';
import { t } from '../i18n';
import { agoText } from '../time-text';

export interface Situation {
  frontPage: FrontPage | null | undefined;
  progress: RefreshProgress | null;
  isOnline: boolean;
  now: number;
}

/** The one line below which everything else is news. */
export function statusText({ frontPage, progress, isOnline, now }: Situation): string {
  if (progress) {
    return progress.total === 0
      ? t('checking')
      : t('checkingCount', String(progress.done), String(progress.total));
  }
  if (!isOnline) return t('offline');
  return frontPage?.refreshedAt == null ? '' : t('updated', agoText(frontPage.refreshedAt, now));
}

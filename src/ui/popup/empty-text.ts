import type { FrontPage } from '../../domain/model';
import { t } from '../i18n';
import type { StoryView } from '../state/story-list';

/** Why a view lists nothing, and what to do. */
export function emptyText(view: StoryView, page: FrontPage): { title: string; text: string } {
  switch (view.kind) {
    case 'saved':
      return { title: t('emptySavedTitle'), text: t('emptySavedText') };
    case 'topic':
      return { title: t('emptyTopicTitle'), text: t('emptyTopicText') };
    case 'top':
      return { title: t('emptyTopTitle'), text: t('emptyTopText') };
    case 'hidden':
      return { title: t('emptyHiddenTitle'), text: t('emptyHiddenText') };
    case 'search':
      return { title: t('searchNoneTitle'), text: t('searchNoneText') };
    case 'latest': {
      if (page.refreshedAt === null) {
        return { title: t('emptyFirstTitle'), text: t('emptyFirstText') };
      }
      const isAllHidden = Object.values(page.counters.hiddenByTopic).some((count) => count > 0);
      return isAllHidden
        ? { title: t('emptyMutedTitle'), text: t('emptyMutedText') }
        : { title: t('emptyLatestTitle'), text: t('emptyLatestText') };
    }
  }
}

import type { Story, Topic } from '../domain/model';
import { type RankReason, rankReasons } from '../domain/story/rank';
import { locale, t, tCount } from './i18n';
import type { StoryView } from './state/story-list';
import { topicNamesText } from './topic-names-text';

function reasonText(reason: RankReason, topics: Topic[]): string {
  switch (reason.kind) {
    case 'breaking':
      return t('whyBreaking');
    case 'publishers':
      return tCount('whyPublishers', reason.count);
    case 'topics':
      return t('whyTopics', topicNamesText(reason.topicIds, topics));
    case 'recent':
      return t('whyRecent');
  }
}

/** Why a story stands in this view; null where the row says so already. */
export function whyText(story: Story, view: StoryView, topics: Topic[]): string | null {
  switch (view.kind) {
    case 'latest':
      return t('whyLatest');
    case 'saved':
      return t('whySaved');
    case 'topic':
      return t('whyTopic', topicNamesText([view.topicId], topics));
    case 'hidden':
    case 'search':
      return null;
    case 'top': {
      const reasons = rankReasons(story).map((reason) => reasonText(reason, topics));
      return t('whyTop', new Intl.ListFormat(locale()).format(reasons));
    }
  }
}

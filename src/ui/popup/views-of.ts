import type { FrontPage } from '../../domain/model';
import { unreadOf } from '../../domain/story/unread';
import type { ViewTab } from '../components/Views';
import { t } from '../i18n';
import type { StoryView } from '../state/story-list';

export function idOfView(view: StoryView): string {
  return view.kind === 'topic' ? `topic-${view.topicId}` : view.kind;
}

/** The views on offer, in the order of the keys 1-9. */
export function viewsOf(page: FrontPage): { tab: ViewTab; view: StoryView }[] {
  const fixed: { name: string; unread: number; view: StoryView }[] = [
    { name: t('viewTop'), unread: 0, view: { kind: 'top' } },
    { name: t('viewLatest'), unread: unreadOf(page), view: { kind: 'latest' } },
    { name: t('viewSaved'), unread: 0, view: { kind: 'saved' } },
  ];
  const followed = page.topics
    .filter((topic) => topic.action === 'follow')
    .map(({ name, topicId }) => ({
      name,
      unread: unreadOf(page, topicId),
      view: { kind: 'topic', topicId } as const,
    }));
  return [...fixed, ...followed].map(({ name, unread, view }) => ({
    tab: { id: idOfView(view), name, unread },
    view,
  }));
}

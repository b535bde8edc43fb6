import type { Story } from '../../domain/model';
import type { TopicDraft } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { t, tCount } from '../i18n';
import type { PopupStore } from './popup-store';
import type { StoryList, StoryView } from './story-list';
import { closePopup } from './surfaces';
import type { Undo } from './undo';

export interface StoryActions {
  /** `articleId` null opens what the row shows. Behind: the popup stays. */
  open(story: Story, isBehind: boolean, articleId?: string): void;
  toggleSaved(story: Story): void;
  toggleRead(story: Story): void;
  markAllRead(): void;
  mute(draft: TopicDraft): void;
}

export interface StoryActionsOptions {
  store: PopupStore;
  list: StoryList;
  undo: Undo;
}

export function createStoryActions({ store, list, undo }: StoryActionsOptions): StoryActions {
  function setSaved(storyId: string, isSaved: boolean): Promise<unknown> {
    list.amend([storyId], { isSaved });
    return send('setStorySaved', { storyId, isSaved });
  }

  async function markAllRead(view: StoryView): Promise<void> {
    const topicId = view.kind === 'topic' ? view.topicId : null;
    const shown = store.page.value?.stories ?? [];
    list.amend(
      shown.map(({ storyId }) => storyId),
      { isUnread: false },
    );
    const articleIds = await send('markAllRead', { topicId });
    if (articleIds.length === 0) return;
    undo.offer(tCount('markedRead', articleIds.length), () =>
      send('setArticlesRead', { articleIds, isRead: false }),
    );
  }

  async function mute(draft: TopicDraft): Promise<void> {
    const muted = await send('saveTopic', draft);
    if (!muted.ok) throw new Error(`not muted: ${muted.error.kind}`);
    const { topicId, name } = muted.value;
    undo.offer(t('muted', name), () => send('removeTopic', { topicId }));
  }

  return {
    open({ storyId, lead }, isBehind, articleId) {
      list.amend([storyId], { isUnread: false });
      // What was found may be another publisher's article than the one the story shows elsewhere.
      const found = store.view.value.kind === 'search' ? lead.articleId : null;
      const opening = send('openStory', { storyId, articleId: articleId ?? found, isBehind });
      void opening.then((isOpenedBehind) => {
        if (!isOpenedBehind) closePopup();
      });
    },
    toggleSaved({ storyId, isSaved }) {
      void setSaved(storyId, !isSaved);
      // In its own view the row is about to vanish.
      if (isSaved && store.view.value.kind === 'saved') {
        undo.offer(t('unsaved'), () => setSaved(storyId, true));
      }
    },
    toggleRead({ storyId, isUnread }) {
      list.amend([storyId], { isUnread: !isUnread });
      void send('setStoriesRead', { storyIds: [storyId], isRead: isUnread });
    },
    markAllRead() {
      void markAllRead(store.view.value);
    },
    mute: (draft) => void mute(draft),
  };
}

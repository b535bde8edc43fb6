import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import browser from 'webextension-polyfill';
import type { Appearance } from '../../domain/appearance';
import type { Settings, Topic } from '../../domain/model';
import type { CheckEntry } from '../../domain/refresh/check-log';
import { type StorageTrouble, troubleOf } from '../../domain/storage-trouble';
import { addressOfPage } from '../../messaging/pages';
import { send } from '../../messaging/send';
import {
  type FollowedFeed,
  readCheckLog,
  readFeeds,
  readTopics,
  readTrouble,
} from '../../storage/read';
import { t } from '../i18n';
import { wearLook } from '../look';
import { type CatalogueChoice, createCatalogueChoice } from './catalogue-choice';
import { createClock } from './clock';
import { createDataStore, type DataStore } from './data-store';
import { createFeedActions, type FeedActions } from './feed-actions';
import { createFeedSearch, type FeedSearch } from './feed-search';
import { createNotificationStore, type NotificationStore } from './notification-store';
import { offerUnfollow } from './offer-unfollow';
import { onChanged } from './on-changed';
import { createOpmlImport, type OpmlImport } from './opml-import';
import { sameWhereEqual } from './same-where-equal';
import { createSettingsStore } from './settings-store';
import { createTopicEditor, type TopicEditor } from './topic-editor';
import { createUndo, type Undo } from './undo';

export type { FollowedFeed };

export interface OptionsStore extends FeedActions {
  now: ReadonlySignal<number>;
  version: string;
  /** null until read. */
  feeds: ReadonlySignal<FollowedFeed[] | null>;
  topics: ReadonlySignal<Topic[]>;
  /** What keeps headlines from being read or stored. */
  trouble: ReadonlySignal<StorageTrouble | null>;
  settings: ReadonlySignal<Settings | null>;
  /** The last checks, the newest at the end. */
  checkLog: ReadonlySignal<CheckEntry[]>;
  notifications: NotificationStore;
  data: DataStore;
  search: FeedSearch;
  catalogue: CatalogueChoice;
  opml: OpmlImport;
  editor: TopicEditor;
  undo: Undo;
  load(): Promise<void>;
  removeTopic(topic: Topic): void;
  changeAppearance(change: Partial<Appearance>): void;
  setKeepDays(keepDays: number): void;
}

export const OptionsContext = createContext<OptionsStore | null>(null);

export function createOptionsStore(): OptionsStore {
  const feeds = signal<FollowedFeed[] | null>(null);
  const topics = signal<Topic[]>([]);
  const choices = createSettingsStore();
  const checkLog = signal<CheckEntry[]>([]);
  const trouble = signal<StorageTrouble | null>(null);
  const undo = createUndo();
  const editor = createTopicEditor();
  const notifications = createNotificationStore(choices, topics);
  const data = createDataStore(feeds, undo);

  async function reread(): Promise<void> {
    try {
      const [readNow, topicsNow] = await Promise.all([readFeeds(), readTopics(), choices.reread()]);
      feeds.value = sameWhereEqual(feeds.value ?? [], readNow, ({ feed }) => feed.feedId);
      topics.value = topicsNow;
      // What was restored, gone back to or heard of another browser may look otherwise.
      if (choices.settings.value) wearLook(choices.settings.value.appearance);
      checkLog.value = await readCheckLog();
      trouble.value = await readTrouble();
      void notifications.reread();
      void editor.reread();
      void data.reread();
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  }

  return {
    ...createFeedActions(undo),
    now: createClock(),
    version: browser.runtime.getManifest().version,
    feeds,
    topics,
    settings: choices.settings,
    checkLog,
    notifications,
    data,
    trouble,
    search: createFeedSearch({
      typed: addressOfPage(location.search),
      onFollowed: offerUnfollow(undo),
    }),
    catalogue: createCatalogueChoice(undo),
    opml: createOpmlImport(),
    editor,
    undo,
    async load() {
      onChanged(reread);
      await reread();
    },
    changeAppearance(change) {
      choices.change({ appearance: change });
      if (choices.settings.value) wearLook(choices.settings.value.appearance);
    },
    setKeepDays: (keepDays) => choices.change({ keepDays }),
    async removeTopic(topic) {
      await send('removeTopic', { topicId: topic.topicId });
      undo.offer(t('topicRemoved', topic.name), () => send('restoreTopic', { topic }));
      if (editor.draft.value.topicId === topic.topicId) editor.clear();
    },
  };
}

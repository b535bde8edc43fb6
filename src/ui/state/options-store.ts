import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import browser from 'webextension-polyfill';
import type { Feed, Settings, Topic } from '../../domain/model';
import { type StorageTrouble, troubleOf } from '../../domain/storage-trouble';
import type { FollowReport } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { type FollowedFeed, readFeeds, readTopics, readTrouble } from '../../storage/read';
import type { CatalogueEntry } from '../catalogue';
import { t } from '../i18n';
import { createClock } from './clock';
import { createFeedAdder, type FeedAdder } from './feed-adder';
import { createNotificationStore, type NotificationStore } from './notification-store';
import { onChanged } from './on-changed';
import { createOpmlImport, type OpmlImport } from './opml-import';
import { createSettingsStore } from './settings-store';
import { requestAccess, requestOrigins } from './site-access';
import { createTopicEditor, type TopicEditor } from './topic-editor';
import { createUndo, type Undo } from './undo';

export type { FollowedFeed };

export interface OptionsStore {
  now: ReadonlySignal<number>;
  version: string;
  /** null until read. */
  feeds: ReadonlySignal<FollowedFeed[] | null>;
  topics: ReadonlySignal<Topic[]>;
  /** What keeps headlines from being read or stored. */
  trouble: ReadonlySignal<StorageTrouble | null>;
  settings: ReadonlySignal<Settings | null>;
  notifications: NotificationStore;
  adder: FeedAdder;
  opml: OpmlImport;
  editor: TopicEditor;
  undo: Undo;
  load(): Promise<void>;
  renameFeed(feedId: string, title: string): void;
  removeFeed(feed: Feed): void;
  setCheckEvery(feedId: string, checkEveryMs: number | null): void;
  allowFeed(origin: string): void;
  followCatalogue(entry: CatalogueEntry): Promise<FollowReport | null>;
  exportOpml(): void;
  removeTopic(topic: Topic): void;
}

export const OptionsContext = createContext<OptionsStore | null>(null);

async function download(): Promise<void> {
  const text = await send('writeOpml', {});
  const url = URL.createObjectURL(new Blob([text], { type: 'text/x-opml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'dateline.opml';
  link.click();
  URL.revokeObjectURL(url);
}

export function createOptionsStore(): OptionsStore {
  const feeds = signal<FollowedFeed[] | null>(null);
  const topics = signal<Topic[]>([]);
  const choices = createSettingsStore();
  const trouble = signal<StorageTrouble | null>(null);
  const undo = createUndo();
  const editor = createTopicEditor();
  const notifications = createNotificationStore(choices, topics);

  async function reread(): Promise<void> {
    try {
      [feeds.value, topics.value] = await Promise.all([
        readFeeds(),
        readTopics(),
        choices.reread(),
      ]);
      trouble.value = await readTrouble();
      void notifications.reread();
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  }

  return {
    now: createClock(),
    version: browser.runtime.getManifest().version,
    feeds,
    topics,
    settings: choices.settings,
    notifications,
    trouble,
    adder: createFeedAdder(),
    opml: createOpmlImport(),
    editor,
    undo,
    async load() {
      onChanged(reread);
      await reread();
    },
    renameFeed: (feedId, title) => void send('renameFeed', { feedId, title }),
    setCheckEvery: (feedId, checkEveryMs) => void send('setCheckEvery', { feedId, checkEveryMs }),
    async removeFeed({ feedId, title }) {
      await send('removeFeed', { feedId });
      undo.offer(t('feedRemoved', title), () => send('restoreFeed', { feedId }));
    },
    async allowFeed(origin) {
      if (await requestOrigins([origin])) await send('refresh', {});
    },
    async followCatalogue(entry) {
      if (!(await requestAccess([entry.feedUrl]))) return null;
      const { feedUrl, title, siteUrl } = entry;
      return send('followFeeds', { candidates: [{ feedUrl, title, siteUrl }] });
    },
    exportOpml: () => void download(),
    async removeTopic(topic) {
      await send('removeTopic', { topicId: topic.topicId });
      undo.offer(t('topicRemoved', topic.name), () => send('restoreTopic', { topic }));
      if (editor.draft.value.topicId === topic.topicId) editor.clear();
    },
  };
}

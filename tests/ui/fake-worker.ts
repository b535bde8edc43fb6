import { vi } from 'vitest';
import { DEFAULT_APPEARANCE } from '../../src/domain/appearance';
import type { ChoicesDifference } from '../../src/domain/choices/difference';
import { mergeSettings } from '../../src/domain/merge-settings';
import type {
  FrontPage,
  RefreshProgress,
  Settings,
  SettingsPatch,
  Topic,
} from '../../src/domain/model';
import { DEFAULT_NOTIFICATION_SETTINGS } from '../../src/domain/notify/settings';
import type { WeekMaterial } from '../../src/domain/notify/week';
import type { CheckEntry } from '../../src/domain/refresh/check-log';
import type { StorageTrouble } from '../../src/domain/storage-trouble';
import type { SyncState } from '../../src/domain/sync/state';
import { CHANGED_CHANNEL, type CommandName, type Commands } from '../../src/messaging/protocol';
import type { Dump } from '../../src/storage/backup/dump';
import type {
  FollowedFeed,
  LogEntry,
  NamedPreview,
  Publisher,
  SnapshotEntry,
  StoryDetail,
  StoryPage,
} from '../../src/storage/read';

export const NO_DIFFERENCE: ChoicesDifference = {
  ...{ feedsAdded: [], feedsRemoved: [], feedsChanged: 0 },
  ...{ topicsAdded: [], topicsRemoved: [], topicsChanged: 0 },
  areSettingsChanged: false,
};

type Answers = { [N in CommandName]?: (payload: never) => unknown };

/** What is stored, and how the worker answers; tests set both. */
export const fake = {
  frontPage: null as FrontPage | null,
  /** By the kind of view; latest also for what follows the front page. */
  pages: {} as Record<string, StoryPage>,
  details: {} as Record<string, StoryDetail>,
  progress: null as RefreshProgress | null,
  trouble: null as StorageTrouble | null,
  feeds: [] as FollowedFeed[],
  topics: [] as Topic[],
  settings: {
    notificationLevel: 'breaking',
    notifications: DEFAULT_NOTIFICATION_SETTINGS,
    appearance: DEFAULT_APPEARANCE,
    hasStarted: true,
    syncsChoices: false,
    keepDays: 30,
  } as Settings,
  log: [] as LogEntry[],
  material: { stories: [], absences: [] } as WeekMaterial,
  checkLog: [] as CheckEntry[],
  preview: { count: 0, total: 0, perWeek: null, examples: [] } as NamedPreview,
  publishers: [] as Publisher[],
  savedCount: 0,
  snapshots: [] as SnapshotEntry[],
  syncState: null as SyncState | null,
  hasRemote: false,
  differences: { add: NO_DIFFERENCE, replace: NO_DIFFERENCE },
  dump: async ({ onText }: Dump) => onText('[]'),
  answers: {} as Answers,
  /** Commands as they were sent. */
  sent: [] as { command: CommandName; payload: unknown }[],
};

const initial = { ...fake };

export function resetFake(): void {
  Object.assign(fake, initial, { pages: {}, details: {}, answers: {}, sent: [] });
}

export const payloadsOf = (command: CommandName) =>
  fake.sent.filter((message) => message.command === command).map(({ payload }) => payload);

export function changed(): void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Stands for `storage/read`. */
export const reads = {
  readFrontPage: async () => {
    if (fake.trouble === 'newer') throw new DOMException('', 'VersionError');
    if (fake.trouble === 'unreadable') throw new DOMException('', 'UnknownError');
    return fake.frontPage;
  },
  readTrouble: async () => fake.trouble,
  readStories: async (view: { kind: string }) =>
    fake.pages[view.kind] ?? { stories: [], nextBefore: null },
  readTopStories: async () => fake.pages['top'] ?? { stories: [], nextBefore: null },
  readStory: async (storyId: string) => fake.details[storyId] ?? null,
  readRefreshProgress: async () => fake.progress,
  readFeeds: vi.fn(async () => fake.feeds),
  readTopics: async () => fake.topics,
  readSettings: async () => fake.settings,
  readNotificationLog: async () => fake.log,
  readReplayMaterial: async () => fake.material,
  previewTopic: vi.fn(async () => fake.preview),
  readCheckLog: async () => fake.checkLog,
  readPublishers: async () => fake.publishers,
  countSavedStories: async () => fake.savedCount,
  readSnapshots: async () => fake.snapshots,
  readSyncStatus: async () => fake.syncState,
  hasRemote: async () => fake.hasRemote,
  readRestoreDifferences: async () => fake.differences,
  dumpBackup: (dump: Dump) => fake.dump(dump),
};

function store({ patch }: { patch: SettingsPatch }): void {
  fake.settings = mergeSettings(fake.settings, patch);
}

/** Stands for `messaging/send`. */
export const sends = {
  send: async (command: CommandName, payload: never): Promise<unknown> => {
    fake.sent.push({ command, payload });
    if (command === 'updateSettings') store(payload);
    const answer = fake.answers[command] as Commands[CommandName] | undefined;
    return answer ? answer(payload) : null;
  },
};

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { NotificationLevel, Topic } from '../../domain/model';
import type { TopicChoice } from '../../domain/notify/reason';
import type { NotificationSettings } from '../../domain/notify/settings';
import { send } from '../../messaging/send';
import { type LogEntry, readNotificationLog } from '../../storage/read';
import type { SettingsStore } from './settings-store';
import { createWeekPreviewer, type WeekPreview } from './week-preview';

export type { LogEntry, WeekPreview };

export type TestOutcome = 'sent' | 'blocked' | null;

/** The browser's own settings, or the system (in Firefox, both look alike). */
export type Blocker = 'browser' | 'system';

export interface NotificationStore {
  /** What the last seven days would have brought; null while that is being worked out. */
  preview: ReadonlySignal<WeekPreview | null>;
  log: ReadonlySignal<LogEntry[]>;
  /** Who keeps notifications from being shown, as far as is known; null when nobody does. */
  blockedBy: ReadonlySignal<Blocker | null>;
  testOutcome: ReadonlySignal<TestOutcome>;
  reread(): Promise<void>;
  setLevel(level: NotificationLevel): void;
  change(patch: Partial<NotificationSettings>): void;
  setTopicChoice(topic: Topic, choice: TopicChoice): void;
  sendTest(): Promise<void>;
}

export function createNotificationStore(
  { settings, change }: SettingsStore,
  topics: Signal<Topic[]>,
): NotificationStore {
  const log = signal<LogEntry[]>([]);
  const isDenied = signal(false);
  const testOutcome = signal<TestOutcome>(null);
  const previewer = createWeekPreviewer();
  effect(() => {
    if (settings.value === null) return;
    const { notificationLevel: level, notifications } = settings.value;
    previewer.show({ level, settings: notifications, topics: topics.value });
  });

  return {
    log,
    blockedBy: computed(() => {
      if (isDenied.value) return 'browser';
      const wasDeclined = testOutcome.value === 'blocked' || wasLastDeclined(log.value);
      return wasDeclined && testOutcome.value !== 'sent' ? 'system' : null;
    }),
    testOutcome,
    preview: previewer.preview,
    async reread() {
      previewer.reread();
      [log.value, isDenied.value] = await Promise.all([
        readNotificationLog(Date.now()),
        readIsDenied(),
      ]);
    },
    setLevel: (notificationLevel) => change({ notificationLevel }),
    change: (notifications) => change({ notifications }),
    setTopicChoice({ topicId }, choice) {
      const isNotifying = choice === 'always';
      topics.value = topics.value.map((topic) =>
        topic.topicId === topicId ? { ...topic, isNotifying } : topic,
      );
      void send('setTopicNotifying', { topicId, isNotifying });
      const { silentTopicIds = [] } = settings.value?.notifications ?? {};
      const others = silentTopicIds.filter((id) => id !== topicId);
      change({
        notifications: { silentTopicIds: choice === 'never' ? [...others, topicId] : others },
      });
    },
    async sendTest() {
      const result = await send('sendTestNotification', {});
      isDenied.value = await readIsDenied();
      testOutcome.value = result.ok ? 'sent' : 'blocked';
    },
  };
}

/** The browser tells of its own settings; Firefox does not. */
async function readIsDenied(): Promise<boolean> {
  const { getPermissionLevel } = browser.notifications as unknown as {
    getPermissionLevel?: () => Promise<string>;
  };
  return (await getPermissionLevel?.()) === 'denied';
}

/** Of what was tried, newest first; what the system blocks is only seen when it is tried. */
function wasLastDeclined(log: LogEntry[]): boolean {
  const last = log.find((entry) => entry.kind === 'told' && entry.record.attemptedIn !== null);
  if (last?.kind !== 'told') return false;
  const { shownAt, attemptedAt } = last.record;
  return shownAt === null && attemptedAt === null;
}

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { NotificationLevel, Settings, Topic } from '../../domain/model';
import { localTimeIn } from '../../domain/notify/local-time';
import type { TopicChoice } from '../../domain/notify/reason';
import { type Replay, replayWeek } from '../../domain/notify/replay';
import type { NotificationSettings } from '../../domain/notify/settings';
import { send } from '../../messaging/send';
import {
  type LogEntry,
  type ReplayMaterial,
  readNotificationLog,
  readReplayMaterial,
} from '../../storage/read';

export type { LogEntry, Replay };

export type TestOutcome = 'sent' | 'blocked' | null;

/** The browser's own settings, or the system (in Firefox, both look alike). */
export type Blocker = 'browser' | 'system';

export interface WeekPreview extends Replay {
  /** Headlines by story. */
  titles: Map<string, string>;
}

export interface NotificationStore {
  /** What the last seven days would have brought; null until read. */
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
  settings: { value: Settings | null },
  topics: ReadonlySignal<Topic[]>,
): NotificationStore {
  const material = signal<ReplayMaterial | null>(null);
  const log = signal<LogEntry[]>([]);
  const isDenied = signal(false);
  const testOutcome = signal<TestOutcome>(null);
  const localTimeOf = localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const titles = computed(
    () => new Map(material.value?.stories.map(({ story }) => [story.storyId, story.lead.title])),
  );

  function apply(patch: Partial<Settings>): void {
    if (settings.value) settings.value = { ...settings.value, ...patch };
    void send('updateSettings', { patch });
  }

  function change(patch: Partial<NotificationSettings>): void {
    if (!settings.value) return;
    apply({ notifications: { ...settings.value.notifications, ...patch } });
  }

  return {
    log,
    blockedBy: computed(() => {
      if (isDenied.value) return 'browser';
      const wasDeclined = testOutcome.value === 'blocked' || wasLastDeclined(log.value);
      return wasDeclined && testOutcome.value !== 'sent' ? 'system' : null;
    }),
    testOutcome,
    preview: computed(() => {
      if (material.value === null || settings.value === null) return null;
      const { notificationLevel: level, notifications } = settings.value;
      const wishes = { level, settings: notifications, topics: topics.value };
      const replay = replayWeek({ ...wishes, ...material.value, localTimeOf, now: Date.now() });
      return { ...replay, titles: titles.value };
    }),
    async reread() {
      const now = Date.now();
      [log.value, material.value, isDenied.value] = await Promise.all([
        readNotificationLog(now),
        readReplayMaterial(now),
        readIsDenied(),
      ]);
    },
    setLevel: (notificationLevel) => apply({ notificationLevel }),
    change,
    setTopicChoice({ topicId }, choice) {
      const { silentTopicIds = [] } = settings.value?.notifications ?? {};
      const others = silentTopicIds.filter((id) => id !== topicId);
      void send('setTopicNotifying', { topicId, isNotifying: choice === 'always' });
      change({ silentTopicIds: choice === 'never' ? [...others, topicId] : others });
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

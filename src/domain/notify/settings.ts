/** How notifications are governed, beside the level. Part of the user's settings. */
export interface NotificationSettings {
  /** Notifications on one local day, at most. */
  dailyBudget: number;
  quietHours: QuietHours;
  /** Feeds that do not follow the level, by feed id. */
  feeds: Record<string, 'always' | 'never'>;
  /** Followed topics that are never told of. One that always is says so itself (`isNotifying`). */
  silentTopicIds: string[];
  /** Tell when a publisher corrects a story that the user opened. */
  tellsCorrections: boolean;
  /** Tell when the headline of a breaking story turns. */
  tellsTurns: boolean;
}

export interface QuietHours {
  isOn: boolean;
  spans: QuietSpan[];
}

/** A span of local time that begins on each of the given days; it may end on the day after. */
export interface QuietSpan {
  /** 0 is Sunday. */
  weekdays: number[];
  /** Minutes since midnight. */
  from: number;
  /** Minutes since midnight; not after `from` means on the next day, so equal is a whole day. */
  to: number;
}

export const MOST_A_DAY = 50;
const MOST_SPANS = 7;
const MINUTES_A_DAY = 24 * 60;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

export const DEFAULT_SPAN: QuietSpan = { weekdays: EVERY_DAY, from: 22 * 60, to: 7 * 60 };

export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  dailyBudget: 5,
  quietHours: { isOn: false, spans: [DEFAULT_SPAN] },
  feeds: {},
  silentTopicIds: [],
  tellsCorrections: false,
  tellsTurns: false,
};

/** Whatever is missing or impossible (another version's, or damaged) is the default. */
export function sanitizeNotificationSettings(value: unknown): NotificationSettings {
  const stored = recordOf(value);
  const feeds = Object.entries(recordOf(stored['feeds'])).filter(
    (entry): entry is [string, 'always' | 'never'] => entry[1] === 'always' || entry[1] === 'never',
  );
  const { dailyBudget } = DEFAULT_NOTIFICATION_SETTINGS;
  return {
    dailyBudget: isDailyBudget(stored['dailyBudget']) ? stored['dailyBudget'] : dailyBudget,
    quietHours: sanitizeQuietHours(stored['quietHours']),
    feeds: Object.fromEntries(feeds),
    silentTopicIds: listOf(stored['silentTopicIds']).filter((id) => typeof id === 'string'),
    tellsCorrections: stored['tellsCorrections'] === true,
    tellsTurns: stored['tellsTurns'] === true,
  };
}

export function isDailyBudget(value: unknown): value is number {
  return isWithin(value, 1, MOST_A_DAY);
}

function sanitizeQuietHours(value: unknown): QuietHours {
  const { isOn, spans } = recordOf(value);
  const usable = listOf(spans).flatMap(sanitizeSpan).slice(0, MOST_SPANS);
  return {
    isOn: isOn === true && usable.length > 0,
    spans: usable.length > 0 ? usable : [DEFAULT_SPAN],
  };
}

function sanitizeSpan(value: unknown): QuietSpan[] {
  const { weekdays, from, to } = recordOf(value);
  if (!isMinute(from) || !isMinute(to)) return [];
  const days = listOf(weekdays).filter((day) => isWithin(day, 0, 6));
  return [{ weekdays: EVERY_DAY.filter((day) => days.includes(day)), from, to }];
}

function isMinute(value: unknown): value is number {
  return isWithin(value, 0, MINUTES_A_DAY - 1);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

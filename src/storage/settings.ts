import browser from 'webextension-polyfill';
import type { NotificationLevel, Settings } from '../domain/model';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  sanitizeNotificationSettings,
} from '../domain/notify/settings';

const KEY = 'settings';
const LEVELS: readonly NotificationLevel[] = ['off', 'breaking', 'topics', 'everything'];

export const DEFAULT_SETTINGS: Settings = {
  notificationLevel: 'breaking',
  notifications: DEFAULT_NOTIFICATION_SETTINGS,
  hasStarted: false,
};

/** The user's choices; whatever is missing or unknown (an older or newer version's) is the default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return sanitize(stored[KEY]);
}

export async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  // What a newer version stored, and this one does not understand, stays as it is.
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const settings = { ...(stored as object | undefined), ...patch };
  await browser.storage.local.set({ [KEY]: settings });
  return sanitize(settings);
}

function sanitize(value: unknown): Settings {
  const { notificationLevel, notifications, hasStarted } = (value ?? {}) as Partial<Settings>;
  return {
    notificationLevel:
      notificationLevel !== undefined && LEVELS.includes(notificationLevel)
        ? notificationLevel
        : DEFAULT_SETTINGS.notificationLevel,
    notifications: sanitizeNotificationSettings(notifications),
    hasStarted: hasStarted === true,
  };
}

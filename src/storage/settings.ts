import browser from 'webextension-polyfill';
import { DEFAULT_APPEARANCE, sanitizeAppearance } from '../domain/appearance';
import { mergeSettings } from '../domain/merge-settings';
import type { NotificationLevel, Settings, SettingsPatch } from '../domain/model';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  sanitizeNotificationSettings,
} from '../domain/notify/settings';

const KEY = 'settings';
const LEVELS: readonly NotificationLevel[] = ['off', 'breaking', 'topics', 'everything'];

export const DEFAULT_SETTINGS: Settings = {
  notificationLevel: 'breaking',
  notifications: DEFAULT_NOTIFICATION_SETTINGS,
  appearance: DEFAULT_APPEARANCE,
  hasStarted: false,
};

/** The user's choices; whatever is missing or unknown (an older or newer version's) is the default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return sanitize(stored[KEY]);
}

let writing: Promise<unknown> = Promise.resolve();

/** One after the other: each builds upon what the one before has stored. */
export function writeSettings(patch: SettingsPatch): Promise<Settings> {
  const written = writing.catch(() => undefined).then(() => write(patch));
  writing = written;
  return written;
}

async function write(patch: SettingsPatch): Promise<Settings> {
  // What a newer version stored, and this one does not understand, stays as it is.
  const { [KEY]: stored = {} } = await browser.storage.local.get(KEY);
  const settings = mergeSettings(stored as Partial<Settings>, patch);
  await browser.storage.local.set({ [KEY]: settings });
  return sanitize(settings);
}

function sanitize(value: unknown): Settings {
  const stored = (value ?? {}) as Partial<Settings>;
  const { notificationLevel, notifications, appearance, hasStarted } = stored;
  return {
    notificationLevel:
      notificationLevel !== undefined && LEVELS.includes(notificationLevel)
        ? notificationLevel
        : DEFAULT_SETTINGS.notificationLevel,
    notifications: sanitizeNotificationSettings(notifications),
    appearance: sanitizeAppearance(appearance),
    hasStarted: hasStarted === true,
  };
}

import browser, { type Storage } from 'webextension-polyfill';
import { type Appearance, DEFAULT_APPEARANCE, sanitizeAppearance } from '../domain/appearance';
import { DEFAULT_KEEP_DAYS, sanitizeKeepDays } from '../domain/article/retain';
import { createTurns } from '../domain/in-turn';
import { isJsonObject, type JsonObject } from '../domain/json';
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
  syncsChoices: false,
  keepDays: DEFAULT_KEEP_DAYS,
};

/** The user's choices; whatever is missing or unknown (an older or newer version's) is the default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return sanitize(stored[KEY]);
}

interface LanguageChange {
  before: Appearance['language'];
  after: Appearance['language'];
}

/** The language before and after a change of what is stored; null when the settings are not part of it. */
export function languageIn(changes: Record<string, Storage.StorageChange>): LanguageChange | null {
  const change = changes[KEY];
  if (!change) return null;
  const languageOf = (value: unknown) => sanitize(value).appearance.language;
  return { before: languageOf(change.oldValue), after: languageOf(change.newValue) };
}

/** Each writing builds upon what the one before has stored. */
const inTurn = createTurns();

export function writeSettings(patch: SettingsPatch): Promise<Settings> {
  return inTurn(() => write(patch));
}

async function write(patch: SettingsPatch): Promise<Settings> {
  const settings = mergeSettings((await readStoredSettings()) as Partial<Settings>, patch);
  await browser.storage.local.set({ [KEY]: settings });
  return sanitize(settings);
}

/** As they are stored: what a newer version stored, and this one does not understand, stays as it is. */
export async function readStoredSettings(): Promise<JsonObject> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return isJsonObject(stored) ? stored : {};
}

export function replaceStoredSettings(settings: JsonObject): Promise<void> {
  return inTurn(() => browser.storage.local.set({ [KEY]: settings }));
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
    syncsChoices: stored.syncsChoices === true,
    keepDays: sanitizeKeepDays(stored.keepDays),
  };
}

import 'fake-indexeddb/auto';
import { fakeBrowser } from '@webext-core/fake-browser';
import { IDBFactory } from 'fake-indexeddb';
import { closeDatabase } from '../../src/storage/database';
import { browserFetch, webRequest } from './fake-network';

/** What the fake browser lacks or throws for, with the state that tests look at. */
export const extension = {
  /** Origins the user gave access to. */
  granted: new Set<string>(),
  openedTabs: [] as string[],
  /** Where the last of these was opened. */
  tabPlace: 'none' as 'none' | 'front' | 'behind' | 'present',
  badge: '',
  /** As the browser's own settings say. */
  permissionLevel: 'granted' as 'granted' | 'denied',
  /** Chrome can change a notification in place. */
  canUpdate: true,
  /** Messages of notifications that were changed in place. */
  updates: [] as string[],
  /** The system, as far as the name of the browser tells it. */
  system: 'X11; Linux x86_64',
  /** Items in the browser's menus. */
  menus: [] as { id: string; title: string; contexts: string[] }[],
  /** Of the toolbar button; empty while it is the manifest's. */
  buttonTitle: '',
  idleState: 'active' as 'active' | 'idle' | 'locked',
};

const chromeNotifications = {
  getPermissionLevel: async () => extension.permissionLevel,
  update: async (_: string, { message }: { message: string }) => {
    extension.updates.push(message);
    return true;
  },
};

Object.defineProperty(globalThis, 'navigator', {
  value: {
    get userAgent() {
      return `Mozilla/5.0 (${extension.system})`;
    },
  },
  configurable: true,
});

const extras = {
  webRequest,
  notifications: new Proxy(fakeBrowser.notifications, {
    get: (target, key) => {
      if (key === 'update' && !extension.canUpdate) return undefined;
      if ((key === 'getAll' || key === 'clear') && extension.permissionLevel === 'denied') {
        // So Chrome answers while it blocks notifications.
        return () => Promise.reject(new Error('Unknown error.'));
      }
      return Reflect.get(chromeNotifications, key) ?? Reflect.get(target, key);
    },
  }),
  idle: {
    queryState: async () => extension.idleState,
    onStateChanged: { addListener: () => undefined },
  },
  permissions: {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((origin) => extension.granted.has(origin)),
    getAll: async () => ({ origins: [...extension.granted], permissions: [] }),
    remove: async ({ origins = [] }: { origins?: string[] }) => {
      for (const origin of origins) extension.granted.delete(origin);
      return true;
    },
    onAdded: { addListener: () => undefined },
    onRemoved: { addListener: () => undefined },
  },
  i18n: {
    getMessage: (key: string, substitutions: string | string[] = []) =>
      [key, ...[substitutions].flat()].join(' '),
  },
  runtime: new Proxy(fakeBrowser.runtime, {
    get: (target, key) =>
      key === 'getPlatformInfo' ? async () => ({ os: 'linux' }) : Reflect.get(target, key),
  }),
  contextMenus: {
    removeAll: async () => void extension.menus.splice(0),
    create: (item: { id: string; title: string; contexts: string[] }) => extension.menus.push(item),
  },
  action: {
    setBadgeText: async ({ text }: { text: string }) => {
      extension.badge = text;
    },
    setBadgeBackgroundColor: async () => undefined,
    setTitle: async ({ title }: { title: string }) => {
      extension.buttonTitle = title;
    },
  },
  tabs: {
    create: async ({ url, active }: { url: string; active: boolean }) => {
      extension.openedTabs.push(url);
      extension.tabPlace = active ? 'front' : 'behind';
      return {};
    },
    update: async ({ url }: { url: string }) => {
      extension.openedTabs.push(url);
      extension.tabPlace = 'present';
      return {};
    },
  },
};

/** Stands in for `webextension-polyfill`: `vi.mock('webextension-polyfill', …)` in each test file. */
export const fakeExtension: unknown = new Proxy(fakeBrowser, {
  get: (target, key) => Reflect.get(extras, key) ?? Reflect.get(target, key),
});

/** A newly installed extension: nothing stored, nothing granted. */
export async function reinstall(): Promise<void> {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  globalThis.fetch = browserFetch(extension.granted);
  fakeBrowser.reset();
  extension.granted.clear();
  extension.openedTabs.length = 0;
  extension.badge = '';
  extension.idleState = 'active';
  extension.permissionLevel = 'granted';
  extension.canUpdate = true;
  extension.system = 'X11; Linux x86_64';
  extension.updates.length = 0;
  extension.menus.length = 0;
  extension.buttonTitle = '';
}

/** Ids of the notifications on screen. */
export async function notificationsOnScreen(): Promise<string[]> {
  return Object.keys(await fakeBrowser.notifications.getAll());
}

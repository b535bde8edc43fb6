import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Storage } from 'webextension-polyfill';
import { commands } from '../../src/background/commands';
import { onInstalled } from '../../src/background/install';
import { onStored, renameSurfaces } from '../../src/background/on-language-chosen';
import type { Appearance } from '../../src/domain/appearance';
import { writeSettings } from '../../src/storage/settings';
import { extension, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

let following: Promise<unknown> = Promise.resolve();

beforeEach(async () => {
  await reinstall();
  const follow = (changes: Record<string, Storage.StorageChange>) => {
    following = Promise.all([following, onStored(changes)]);
  };
  fakeBrowser.storage.local.onChanged.addListener(follow as never);
  await writeSettings({ hasStarted: true });
  await onInstalled({ reason: 'update', temporary: false });
});

async function choose(language: Appearance['language']): Promise<void> {
  await commands.updateSettings({ patch: { appearance: { language } } });
  await following;
}

async function testNotification(): Promise<string> {
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  await commands.sendTestNotification({});
  const [, options] = create.mock.lastCall as unknown as [string, { title: string }];
  create.mockRestore();
  return options.title;
}

test('menu, button and notifications follow the choice, and go back to the browser’s language', async () => {
  expect(extension.menus).toMatchObject([{ title: 'followLink' }]);
  await choose('ru');
  expect(extension.menus).toMatchObject([{ title: 'Следить с помощью Dateline…' }]);
  expect(extension.buttonTitle).toBe('Dateline: последние новости');
  expect(await testNotification()).toBe('Уведомления работают');

  await choose('browser');
  expect(extension.menus).toMatchObject([{ title: 'followLink' }]);
  expect(extension.buttonTitle).toBe('extensionName');
  expect(await testNotification()).toBe('testNotificationTitle');
});

test('choices in quick succession leave one menu, in the last language', async () => {
  await Promise.all([choose('de'), choose('ar'), choose('fr')]);
  await following;
  expect(extension.menus).toHaveLength(1);
  expect(extension.menus[0]?.title).toBe('Suivre avec Dateline…');
});

test('other choices make no new menu', async () => {
  extension.menus.length = 0;
  await commands.updateSettings({ patch: { appearance: { theme: 'dark' }, keepDays: 7 } });
  await following;
  expect(extension.menus).toEqual([]);
});

test('after a start the button is named again, but only where a language was chosen', async () => {
  await renameSurfaces();
  expect(extension.buttonTitle).toBe('');
  await choose('es');
  extension.buttonTitle = '';
  await renameSurfaces();
  expect(extension.buttonTitle).toBe('Dateline: los últimos titulares');
});

test('a language that only a newer version knows is that of the browser', async () => {
  await choose('ru');
  await fakeBrowser.storage.local.set({ settings: { appearance: { language: 'tlh' } } });
  await following;
  expect(extension.menus).toMatchObject([{ title: 'followLink' }]);
});

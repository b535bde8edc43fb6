import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '../../src/storage/settings';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(() => fakeBrowser.reset());

test('changes at the same time all hold', async () => {
  await Promise.all([
    writeSettings({ notificationLevel: 'everything' }),
    writeSettings({ notifications: { dailyBudget: 9 } }),
    writeSettings({ notifications: { tellsTurns: true } }),
    writeSettings({ hasStarted: true }),
  ]);
  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    notificationLevel: 'everything',
    notifications: { ...DEFAULT_SETTINGS.notifications, dailyBudget: 9, tellsTurns: true },
    hasStarted: true,
  });
});

test('one that cannot be stored does not stop the next', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  set.mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
  await expect(writeSettings({ hasStarted: true })).rejects.toThrow('QUOTA');
  expect(await writeSettings({ notificationLevel: 'off' })).toMatchObject({
    notificationLevel: 'off',
    hasStarted: false,
  });
  set.mockRestore();
});

test('what a newer version stored among the governing choices stays', async () => {
  await fakeBrowser.storage.local.set({ settings: { notifications: { vibrates: true } } });
  await writeSettings({ notifications: { dailyBudget: 2 } });
  expect((await fakeBrowser.storage.local.get('settings'))['settings']).toEqual({
    notifications: { vibrates: true, dailyBudget: 2 },
  });
});

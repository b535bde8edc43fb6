import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NotificationRecord } from '../../src/domain/model';
import browser from './fake-browser';
import { fake, payloadsOf, resetFake } from './fake-worker';
import { openOptions } from './open-options';
import { NOW, told } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  browser.notifications.getPermissionLevel.mockReset().mockResolvedValue('granted');
  vi.setSystemTime(NOW);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const sendTest = () =>
  fireEvent.click(screen.getByRole('button', { name: 'Send a test notification' }));

test('the level of notifications applies at once', async () => {
  await openOptions();
  fireEvent.click(screen.getByRole('radio', { name: 'Everything' }));
  expect(payloadsOf('updateSettings')).toEqual([{ patch: { notificationLevel: 'everything' } }]);
});

test('a test that was sent says where to look if nothing appeared', async () => {
  fake.answers['sendTestNotification'] = () => ({ ok: true, value: null });
  await openOptions();
  sendTest();
  expect(
    await screen.findByText(/^Sent\. If nothing appeared.*Allow them in your desktop/),
  ).toBeTruthy();
  expect(screen.queryByText(/blocks/)).toBeNull();
});

test.each([
  ['X11; CrOS x86_64 16093.68.0', /^Your browser blocks.*Allow them in Settings › Notifications\./],
  ['X11; Linux x86_64', /^Your browser blocks.*add it anew, and import them\.$/],
])(
  'notifications that the browser blocks are said at once, with the way out of it: %s',
  async (system, sentence) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 (${system})`);
    browser.notifications.getPermissionLevel.mockResolvedValue('denied');
    await openOptions();
    expect(await screen.findByText(sentence)).toBeTruthy();
  },
);

test.each([
  ['Windows NT 10.0; Win64; x64', 'In Settings › System › Notifications'],
  ['Macintosh; Intel Mac OS X 10.15', 'In System Settings › Notifications'],
  ['X11; Linux x86_64', 'needs a notification service'],
])('a test that the system blocks says so, and how to allow it: %s', async (system, advice) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 (${system})`);
  fake.answers['sendTestNotification'] = () => ({ ok: false, error: 'blocked' });
  await openOptions();
  sendTest();
  const answer = await screen.findByText(/^It was not shown\. Your system/);
  expect(answer.textContent).toContain(advice);
});

const attempted = (outcome: Partial<NotificationRecord>) =>
  told('storm', { attemptedIn: 'this run', ...outcome });

test('a notification that was declined says that the system blocks, until a test gets through', async () => {
  fake.log = [attempted({ shownAt: null, attemptedAt: null })];
  fake.answers['sendTestNotification'] = () => ({ ok: true, value: null });
  await openOptions();
  expect(await screen.findByText(/^Your system does not show/)).toBeTruthy();
  sendTest();
  await screen.findByText(/^Sent\./);
  expect(screen.queryByText(/^Your system does not show/)).toBeNull();
});

test('what was shown, or not tried yet, does not say that anything blocks', async () => {
  fake.log = [
    attempted({ attemptedIn: null, attemptedAt: null, shownAt: null }),
    attempted({ attemptedAt: NOW, shownAt: NOW }),
  ];
  await openOptions();
  await screen.findByText('What you were told, and what was held back');
  expect(screen.queryByText(/^Your system does not show/)).toBeNull();
});

import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newSyncState } from '../../src/domain/sync/state';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { clickInData, data, openOptions } from './open-options';
import { HOUR, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  vi.setSystemTime(NOW);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const syncSwitch = () =>
  data().getByRole<HTMLInputElement>('checkbox', {
    name: 'Same feeds, topics and settings in all my browsers',
  });

test('browsers follow each other when that is switched on, and how it goes is said', async () => {
  fake.answers = {
    setSyncing: ({ isOn }: { isOn: boolean }) => {
      fake.settings = { ...fake.settings, syncsChoices: isOn };
      fake.syncState = {
        ...newSyncState('0a1'),
        syncedAt: NOW - 2 * 60_000,
        leftOut: { feeds: 3, topics: 0, settings: false },
        arrived: { at: NOW - HOUR, feedsAdded: 0, feedsRemoved: 2, snapshotId: 'before' },
      };
      changed();
      return fake.syncState;
    },
  };
  await openOptions();
  expect(syncSwitch().checked).toBe(false);
  fireEvent.click(syncSwitch());
  expect(await data().findByText('Synced 2 minutes ago.')).toBeTruthy();
  expect(syncSwitch().checked).toBe(true);
  expect(data().getByText(/3 feeds stay on this device\.$/)).toBeTruthy();
  expect(data().getByText('From another browser, 1 hour ago: 2 feeds went.')).toBeTruthy();
  await clickInData('Go back');
  expect(payloadsOf('goBack')).toEqual([{ snapshotId: 'before' }]);
  fireEvent.click(syncSwitch());
  await waitFor(() => expect(data().queryByText(/^Synced/)).toBeNull());
  expect(payloadsOf('setSyncing')).toEqual([{ isOn: true }, { isOn: false }]);
});

test.each([
  ['incomplete', /has not arrived yet/],
  ['newer', /has a newer Dateline/],
  ['refused', /takes no more for its sync/],
  ['unavailable', /cannot be reached/],
] as const)('a sync that is %s says so', async (problem, text) => {
  fake.settings = { ...fake.settings, syncsChoices: true };
  fake.syncState = { ...newSyncState('0a1'), problem };
  await openOptions();
  expect(await data().findByText(text)).toBeTruthy();
});

test('a copy in the account can be removed while browsers do not follow each other', async () => {
  fake.hasRemote = true;
  fake.answers = {
    clearSynced: () => {
      fake.hasRemote = false;
    },
  };
  await openOptions();
  fireEvent.click(await data().findByRole('button', { name: 'Remove the copy' }));
  await waitFor(() => expect(data().queryByText(/holds a copy/)).toBeNull());
  expect(payloadsOf('clearSynced')).toEqual([{}]);
});

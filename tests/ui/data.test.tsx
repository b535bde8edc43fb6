import { File } from 'node:buffer';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BackupEntry } from '../../src/domain/backup/entry';
import { backupWriter } from '../../src/domain/backup/write';
import { makeArticle, makeFeed, makeStatus } from '../support/make';
import browser from './fake-browser';
import { fake, NO_DIFFERENCE, payloadsOf, resetFake } from './fake-worker';
import { clickInData, data, openOptions } from './open-options';
import { followed, HOUR, NOW } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

const saved: { name: string; file: Blob }[] = [];

beforeEach(() => {
  resetFake();
  saved.length = 0;
  browser.permissions.request.mockReset().mockResolvedValue(true);
  vi.setSystemTime(NOW);
  let file = new Blob();
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override createObjectURL(content: Blob) {
        file = content;
        return 'blob:backup';
      }
      static override revokeObjectURL() {}
    },
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, file });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const button = (name: string) => data().getByRole<HTMLButtonElement>('button', { name });
const sure = () => data().getByRole('checkbox', { name: 'Yes, erase all of it' });
const pick = (text: string) =>
  fireEvent.change(data().getByLabelText('Restore a backup…'), {
    target: { files: [new File([text], 'backup.json')] },
  });

const SOME: BackupEntry[] = [
  { kind: 'feed', feed: makeFeed() },
  { kind: 'settings', settings: { keepDays: 90 } },
  { kind: 'article', article: makeArticle(), status: makeStatus({ savedAt: NOW }) },
  { kind: 'article', article: makeArticle({ articleId: 'a2' }), status: null },
];

function fileOf(entries: BackupEntry[]): string {
  const writer = backupWriter({ madeAt: NOW - HOUR, madeBy: '0.1.0' });
  return [writer.begin(), ...entries.map((entry) => writer.add(entry)), writer.end()].join('');
}

test('a backup is saved under today’s date, and its size is told', async () => {
  fake.dump = async ({ onText, onProgress }) => {
    onProgress(0.4);
    for (let part = 0; part < 3; part += 1) onText('x'.repeat(700_000));
  };
  await openOptions();
  await clickInData('Save a backup');
  expect(await data().findByText('Saved as dateline-2026-11-24.json, 2.1 MB.')).toBeTruthy();
  expect(saved.map(({ name, file }) => [name, file.size])).toEqual([
    ['dateline-2026-11-24.json', 2_100_000],
  ]);
});

test('a backup that cannot be made says so, and can be tried again', async () => {
  fake.dump = async () => {
    throw new DOMException('', 'UnknownError');
  };
  await openOptions();
  await clickInData('Save a backup');
  expect(await data().findByText(/^The backup could not be made/)).toBeTruthy();
  expect(saved).toEqual([]);
  fake.dump = async ({ onText }) => onText('[]');
  await clickInData('Save a backup');
  expect(await data().findByText(/^Saved as/)).toBeTruthy();
});

test('a file is looked at before anything is restored', async () => {
  fake.feeds = [followed('gazette')];
  fake.differences = {
    add: { ...NO_DIFFERENCE, feedsAdded: ['RT News'] },
    replace: { ...NO_DIFFERENCE, feedsAdded: ['RT News'], feedsRemoved: ['The gazette'] },
  };
  fake.answers = { restoreChoices: () => 'before', restoreArticles: () => 2 };
  await openOptions();
  pick(fileOf(SOME));
  expect(await data().findByText('1 feed · 0 topics · 2 headlines · 1 saved')).toBeTruthy();
  expect(payloadsOf('restoreChoices')).toEqual([]);
  expect(data().queryByText(/^Feeds that go/)).toBeNull();
  fireEvent.click(data().getByRole('radio', { name: /^Make it as in the backup/ }));
  expect(await data().findByText('Feeds that go: “The gazette”')).toBeTruthy();
  await clickInData('Restore');
  expect(await data().findByText('Restored, with 2 headlines that were not here.')).toBeTruthy();
  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['*://rt.example/*'] });
  expect(payloadsOf('restoreChoices')).toMatchObject([
    { mode: 'replace', choices: { feeds: [{ title: 'RT News' }], settings: { keepDays: 90 } } },
  ]);
  expect(payloadsOf('restoreArticles')).toMatchObject([
    { kept: [{ article: { articleId: 'a1' } }, { article: { articleId: 'a2' } }] },
  ]);
  expect(payloadsOf('restoreTold')).toEqual([{ notifications: [], held: [] }]);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(payloadsOf('goBack')).toEqual([{ snapshotId: 'before' }]);
});

test('with nothing here yet there is nothing to choose; declined access is no obstacle', async () => {
  fake.answers = { restoreChoices: () => null, restoreArticles: () => 2 };
  browser.permissions.request.mockResolvedValueOnce(false);
  await openOptions();
  pick(fileOf(SOME));
  await data().findByText(/^1 feed/);
  expect(data().queryByRole('radio')).toBeNull();
  await clickInData('Restore');
  expect(await data().findByText(/^Your browser may not visit some/)).toBeTruthy();
  expect(payloadsOf('restoreChoices')).toMatchObject([{ mode: 'replace' }]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a restoring that breaks off says what to do', async () => {
  fake.answers = {
    restoreArticles: () => {
      throw new Error('QuotaExceededError');
    },
  };
  await openOptions();
  pick(fileOf(SOME));
  await data().findByText(/^1 feed/);
  await clickInData('Restore');
  expect(await data().findByText(/^Restoring was interrupted/)).toBeTruthy();
});

test.each([
  ['another file', '{"bookmarks": []}', /^This is not a backup of Dateline/],
  ['a damaged one', fileOf(SOME).replace('RT News', 'XX News'), /^This backup is damaged/],
  ['a part of one', fileOf(SOME).slice(0, -90), /^The end of this backup is missing/],
  [
    'one of a newer version',
    fileOf(SOME).replace('"version":1', '"version":9'),
    /^A newer Dateline made this backup/,
  ],
])('%s is refused with its reason, and nothing is changed', async (_, text, reason) => {
  await openOptions();
  pick(text);
  expect(await data().findByText(reason)).toBeTruthy();
  expect(data().queryByRole('button', { name: 'Restore' })).toBeNull();
  expect(fake.sent).toEqual([]);
});

test('how long headlines are kept applies at once; what is stored is counted', async () => {
  fake.feeds = [followed('gazette'), followed('orbit')];
  fake.savedCount = 5;
  await openOptions();
  const keep = data().getByRole<HTMLSelectElement>('combobox', { name: 'Keep headlines for' });
  expect(keep.value).toBe('30');
  fireEvent.change(keep, { target: { value: '90' } });
  expect(payloadsOf('updateSettings')).toEqual([{ patch: { keepDays: 90 } }]);
  const count = fake.feeds.reduce((sum, { articleCount }) => sum + articleCount, 0);
  const figure = async (name: string) =>
    (await data().findByText(name)).parentElement?.querySelector('dd')?.textContent;
  expect(await figure('Headlines stored')).toBe(String(count));
  expect(await figure('Stories you saved')).toBe('5');
});

test('earlier choices say when, why and what differs; going back can be undone', async () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  fake.snapshots = [
    { snapshotId: 's2', madeAt: NOW, reason: 'daily', difference: NO_DIFFERENCE, isSame: true },
    {
      ...{ snapshotId: 's1', madeAt: NOW - HOUR, reason: 'import', isSame: false },
      difference: {
        ...NO_DIFFERENCE,
        ...{ feedsAdded: names, topicsRemoved: ['Rain'], feedsChanged: 1 },
        areSettingsChanged: true,
      },
    },
  ];
  fake.answers = { goBack: () => 'undo' };
  await openOptions();
  const latest = (await data().findByText('Remembered once a day')).closest('li');
  expect(latest?.textContent).toContain('The same as now.');
  expect(latest?.querySelector('button')).toBeNull();
  const other = data().getByText('Before an import').closest('li');
  expect(
    [...(other?.querySelectorAll('.differences > li') ?? [])].map((li) => li.textContent),
  ).toEqual([
    'Feeds that come: “A”, “B”, “C”, “D”, “E”, “F”, and 2 more',
    '1 feed changes',
    'Topics that go: “Rain”',
    'Settings change',
  ]);
  fireEvent.click(data().getByRole('button', { name: /^Go back to Tue, Nov 24/, hidden: true }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(payloadsOf('goBack')).toEqual([{ snapshotId: 's1' }, { snapshotId: 'undo' }]);
});

test('erasing takes two decisions, and can be left at any of them', async () => {
  localStorage.setItem('look', 'dark compact');
  await openOptions();
  await clickInData('Erase everything…');
  await waitFor(() => expect(document.activeElement).toBe(sure()));
  button('Erase now').click();
  await clickInData('Cancel');
  await waitFor(() => expect(document.activeElement).toBe(button('Erase everything…')));
  await clickInData('Erase everything…');
  await waitFor(() => expect(button('Erase now').disabled).toBe(true));
  fireEvent.click(sure());
  await waitFor(() => expect(button('Erase now').disabled).toBe(false));
  expect(payloadsOf('eraseAll')).toEqual([]);
  await clickInData('Erase now');
  expect(await data().findByText('Everything is erased.')).toBeTruthy();
  expect(payloadsOf('eraseAll')).toEqual([{}]);
  expect(localStorage.getItem('look')).not.toBe('dark compact');
});

test('an erasing that fails halfway says what to do', async () => {
  fake.answers = {
    eraseAll: () => {
      throw new Error('UnknownError');
    },
  };
  await openOptions();
  await clickInData('Erase everything…');
  await waitFor(() => fireEvent.click(sure()));
  await waitFor(() => expect(button('Erase now').disabled).toBe(false));
  await clickInData('Erase now');
  expect(await data().findByText(/^Not everything could be erased/)).toBeTruthy();
});

import { beforeEach, expect, test, vi } from 'vitest';
import { inWriteTransaction } from '../../src/storage/database';
import { writeFrontPage } from '../../src/storage/front-page';
import { readFrontPage } from '../../src/storage/read';
import { readFirst } from '../../src/storage/read-first';
import { DATABASE_NAME, VERSION } from '../../src/storage/version';
import { openFirstVersion } from '../support/earlier-versions';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(reinstall);

test('it reads what the usual way reads', async () => {
  await inWriteTransaction((tx) => writeFrontPage(tx, 1_000));
  const page = await readFirst();
  expect(page?.builtAt).toBe(1_000);
  expect(page).toEqual(await readFrontPage());
});

test('where nothing was ever stored it makes no database, and the usual way makes the right one', async () => {
  expect(await readFirst()).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await readFrontPage()).toBeNull();
  expect(await indexedDB.databases()).toEqual([{ name: DATABASE_NAME, version: VERSION }]);
  expect(await readFirst()).toBeUndefined();
});

test('an older database is left to the usual way, which is not held up', async () => {
  (await openFirstVersion()).close();
  expect(await readFirst()).toBeUndefined();
  expect(await readFrontPage()).toBeNull();
  expect(await indexedDB.databases()).toEqual([{ name: DATABASE_NAME, version: VERSION }]);
});

test('a newer database is left alone', async () => {
  const newer = indexedDB.open(DATABASE_NAME, VERSION + 1);
  await new Promise((resolve) => {
    newer.onsuccess = resolve;
  });
  newer.result.close();
  expect(await readFirst()).toBeUndefined();
  await expect(readFrontPage()).rejects.toMatchObject({ name: 'VersionError' });
});

import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { inWriteTransaction } from '../../src/storage/database';
import { eraseStored } from '../../src/storage/erase';
import { ensureFrontPageCopy, writeFrontPage } from '../../src/storage/front-page';
import { readFrontPageCopy } from '../../src/storage/front-page-copy';
import { readFrontPage } from '../../src/storage/read';
import { readFirst } from '../../src/storage/read-first';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(async () => {
  vi.restoreAllMocks();
  await reinstall();
});

const write = (now: number) => inWriteTransaction((tx) => writeFrontPage(tx, now));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('what was stored is in memory, and a popup asks for nothing else', async () => {
  await write(1_000);
  await settled();
  const page = await readFrontPage();
  expect(await readFrontPageCopy()).toEqual(page);
  const open = vi.spyOn(indexedDB, 'open');
  expect(await readFirst()).toEqual(page);
  expect(open).not.toHaveBeenCalled();
});

test('while a front page is being stored there is no copy, and after it the new one', async () => {
  await write(1_000);
  await settled();
  let atItsEnd: unknown = 'not looked at';
  await inWriteTransaction(async (tx) => {
    void tx.done.then(async () => {
      atItsEnd = await readFrontPageCopy();
    });
    await writeFrontPage(tx, 2_000);
  });
  await settled();
  expect(atItsEnd).toBeUndefined();
  expect(await readFrontPageCopy()).toMatchObject({ builtAt: 2_000 });
});

test('a transaction that fails leaves no copy of what was not stored', async () => {
  await write(1_000);
  await settled();
  const failing = inWriteTransaction(async (tx) => {
    await writeFrontPage(tx, 2_000);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await settled();
  expect(await readFrontPageCopy()).toBeUndefined();
  expect(await readFirst()).toMatchObject({ builtAt: 1_000 });
});

test('many commits in a row: the last one is in memory', async () => {
  await Promise.all([1, 2, 3, 4, 5].map((now) => write(now)));
  await settled();
  expect(await readFrontPageCopy()).toEqual(await readFrontPage());
});

test('a browser that was started anew gets its copy, unless nothing is stored', async () => {
  await ensureFrontPageCopy();
  expect(await readFrontPageCopy()).toBeUndefined();
  await write(1_000);
  await settled();
  await fakeBrowser.storage.session.clear();
  await ensureFrontPageCopy();
  await settled();
  expect(await readFrontPageCopy()).toEqual(await readFrontPage());
});

test('memory that cannot be asked or is full is done without', async () => {
  const { session } = fakeBrowser.storage;
  vi.spyOn(session, 'set').mockRejectedValue(new Error('quota'));
  await write(1_000);
  vi.spyOn(session, 'get').mockRejectedValue(new Error('no'));
  expect(await readFirst()).toMatchObject({ builtAt: 1_000 });
});

test('what was erased is not in memory either', async () => {
  await write(1_000);
  await settled();
  await eraseStored();
  await settled();
  expect(await readFrontPageCopy()).toBeUndefined();
});

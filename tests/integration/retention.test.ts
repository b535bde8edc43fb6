import { beforeEach, expect, test, vi } from 'vitest';
import { getNewest } from '../../src/storage/batch';
import { inReadTransaction, inWriteTransaction } from '../../src/storage/database';
import { retain } from '../../src/storage/retention';
import { DAY, makeArticle, makeFeed, makeFeedState, makeStatus, NOW } from '../support/make';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(reinstall);

const LATER = NOW + 40 * DAY;

/** Articles of one arrival, of which the feed still lists all but the last. */
async function storeOld(count: number): Promise<void> {
  await inWriteTransaction(async (tx) => {
    await tx.objectStore('feeds').put(makeFeed());
    await tx.objectStore('feedStates').put(makeFeedState({ documentAt: LATER }));
    for (let number = 1; number <= count; number += 1) {
      const articleId = `a${String(number).padStart(5, '0')}`;
      const lastSeenAt = number === count ? NOW : LATER;
      await tx.objectStore('articles').put(makeArticle({ articleId, storyId: `s${articleId}` }));
      await tx.objectStore('statuses').put(makeStatus({ articleId, lastSeenAt }));
    }
  });
}

const stored = () => inReadTransaction((tx) => tx.objectStore('articles').count());

test('what can be dropped is reached behind however much must stay', async () => {
  await storeOld(1_203);
  await retain(LATER);
  await retain(LATER);
  expect(await stored()).toBe(1_203);
  await retain(LATER);
  expect(await stored()).toBe(1_202);
});

test('at the end it begins anew', async () => {
  await storeOld(600);
  await retain(LATER);
  await retain(LATER);
  expect(await stored()).toBe(599);
  await inWriteTransaction(async (tx) => {
    await tx.objectStore('statuses').put(makeStatus({ articleId: 'a00001' }));
  });
  await retain(LATER);
  expect(await stored()).toBe(598);
});

test('the newest records come first, also in a browser that reads indexes only forwards', async () => {
  await storeOld(5);
  const place = { name: 'articles', index: 'byStory' } as const;
  const read = () => inReadTransaction((tx) => getNewest(tx, place, 2));
  const newest = await read();
  expect(newest.map(({ articleId }) => articleId)).toEqual(['a00005', 'a00004']);
  const { prototype } = globalThis.IDBIndex;
  const { getAllRecords } = prototype as unknown as { getAllRecords?: unknown };
  Reflect.deleteProperty(prototype, 'getAllRecords');
  try {
    expect(await read()).toEqual(newest);
  } finally {
    Object.assign(prototype, { getAllRecords });
  }
});

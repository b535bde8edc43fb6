import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import { timeWindows } from '../../src/domain/story/time-windows';
import { commitFeed } from '../../src/storage/articles';
import { inReadTransaction, inWriteTransaction } from '../../src/storage/database';
import { followFeeds, setFeedsRemoved } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { readHeadlines } from '../../src/storage/headlines';
import { retain } from '../../src/storage/retention';
import { DAY, HOUR, makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const FEED_URLS = ['https://gazette.example/rss', 'https://herald.example/rss'];

interface Step {
  feed: number;
  items: { number: number; edition: number; hoursAgo: number | null }[];
  hoursLater: number;
  isRemoved: boolean;
}

const small = (max: number) => fc.integer({ min: 0, max });
const step: fc.Arbitrary<Step> = fc.record({
  feed: small(1),
  items: fc.array(
    fc.record({ number: small(4), edition: small(2), hoursAgo: fc.option(small(90)) }),
    { maxLength: 4 },
  ),
  hoursLater: fc.constantFrom(1, 2, 30, 80),
  isRemoved: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

async function follow(now: number): Promise<void> {
  await followFeeds(
    FEED_URLS.map((feedUrl) => ({ feedUrl, title: feedUrl, siteUrl: null })),
    now,
  );
}

async function take({ feed, items, isRemoved }: Step, now: number): Promise<void> {
  const feedId = feedIdOf(FEED_URLS[feed] ?? '');
  const articles = items.map(({ number, edition, hoursAgo }) => {
    const identity = { feedId, guid: `g${number}`, url: null, title: `${number} in ${edition}` };
    const publishedAt = hoursAgo === null ? null : NOW - hoursAgo * HOUR;
    const times = { publishedAt, arrivedAt: now, sortAt: publishedAt ?? now };
    return makeArticle({ ...identity, ...times, articleId: articleIdOf(identity) });
  });
  await commitFeed({
    ...{ feedId, title: null, siteUrl: null, articles, now },
    ...{ validators: null, contentHash: String(now), intervalMs: null },
  });
  await groupChanges({ decide: () => null, notifications: tellNothing }, now);
  if (!isRemoved) return;
  await setFeedsRemoved([feedId], now - HOUR, now);
  await retain(now);
  await follow(now);
}

/** What would be read of the articles themselves. */
async function expectCopy(now: number): Promise<void> {
  const window = { from: now - 3 * DAY, to: now + DAY };
  const kept = await inWriteTransaction((tx) => readHeadlines(tx, [window], now));
  const articles = await inReadTransaction((tx) => tx.objectStore('articles').getAll());
  const recent = articles
    .filter(({ sortAt }) => sortAt >= window.from)
    .map(({ articleId, feedId, title, url, sortAt, storyId }) => ({
      ...{ articleId, feedId, title, url, sortAt, storyId },
    }));
  const byId = (a: { articleId: string }, b: { articleId: string }) =>
    a.articleId < b.articleId ? -1 : 1;
  expect(kept.sort(byId)).toEqual(recent.sort(byId));
}

test('the copy of headlines is what is stored of the articles, whatever happens to them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      await reinstall();
      let now = NOW;
      await follow(now);
      for (const one of steps) {
        now += one.hoursLater * HOUR;
        await take(one, now);
        await expectCopy(now);
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);

test('a copy that was made by a clock ahead is made anew', async () => {
  await reinstall();
  await follow(NOW);
  const one = { number: 0, edition: 0, hoursAgo: 1 };
  await take({ feed: 0, items: [one], hoursLater: 0, isRemoved: false }, NOW);
  await take({ feed: 1, items: [one], hoursLater: 0, isRemoved: false }, NOW + 365 * DAY);
  await expectCopy(NOW + HOUR);
});

test('of what is old, the newest are compared and no more than a thousand', async () => {
  await reinstall();
  await inWriteTransaction(async (tx) => {
    for (let number = 0; number < 1_500; number += 1) {
      const sortAt = NOW - 10 * DAY + number;
      const articleId = `a${number}`;
      await tx
        .objectStore('articles')
        .put(makeArticle({ articleId, sortAt, storyId: `s${articleId}` }));
    }
  });
  const windows = timeWindows([NOW - 10 * DAY, NOW - 20 * DAY], DAY);
  const found = await inWriteTransaction((tx) => readHeadlines(tx, windows, NOW));
  expect(found).toHaveLength(1_000);
  expect(Math.min(...found.map(({ sortAt }) => sortAt))).toBe(NOW - 10 * DAY + 500);
});

import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import type { Article } from '../../src/domain/model';
import { commitFeed } from '../../src/storage/articles';
import { inReadTransaction, inWriteTransaction } from '../../src/storage/database';
import { followFeeds } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { HOUR, makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(reinstall);

const FEED_URL = 'https://gazette.example/rss';
const feedId = feedIdOf(FEED_URL);

/** An item as publishers change it: guids, addresses, words and dates, all independently. */
interface Item {
  guid: number | null;
  page: number | null;
  words: number;
  day: number | null;
}

const few = (most: number) => fc.integer({ min: 0, max: most });
const item: fc.Arbitrary<Item> = fc.record({
  guid: fc.option(few(3)),
  page: fc.option(few(3)),
  words: few(2),
  day: fc.option(few(1)),
});
interface Step {
  items: Item[];
  hours: number;
  isGrouped: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  items: fc.array(item, { maxLength: 5 }),
  hours: fc.constantFrom(1, 20, 30),
  isGrouped: fc.boolean(),
});

function toArticle({ guid, page, words, day }: Item, now: number): Article {
  const identity = {
    ...{ feedId, guid: guid === null ? null : `g${guid}`, title: `Headline number ${words}` },
    url: page === null ? null : `https://gazette.example/${page}`,
  };
  const publishedAt = day === null ? null : NOW - day * 24 * HOUR;
  const times = { publishedAt, arrivedAt: now, sortAt: publishedAt ?? now };
  return makeArticle({ ...identity, ...times, articleId: articleIdOf(identity) });
}

/** Everything that a feed's checks stored. */
async function read(steps: Step[], forget: boolean) {
  await reinstall();
  await followFeeds([{ feedUrl: FEED_URL, title: 'Gazette', siteUrl: null }], NOW);
  let now = NOW;
  const counts: unknown[] = [];
  for (const { items, hours, isGrouped } of steps) {
    now += hours * HOUR;
    if (forget) await inWriteTransaction((tx) => tx.objectStore('listings').clear());
    const articles = items.map((one) => toArticle(one, now));
    const stored = await commitFeed({
      ...{ feedId, title: null, siteUrl: null, articles, now },
      ...{ validators: null, contentHash: String(now), intervalMs: null },
    });
    counts.push(stored);
    if (!isGrouped) continue;
    await groupChanges({ decide: () => null, notifications: tellNothing }, now);
  }
  return inReadTransaction(async (tx) => ({
    counts,
    articles: await tx.objectStore('articles').getAll(),
    statuses: await tx.objectStore('statuses').getAll(),
    changes: await tx.objectStore('changes').getAll(),
    stories: await tx.objectStore('stories').getAll(),
  }));
}

test('a document is stored the same whether or not the one before it is remembered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      expect(await read(steps, false)).toEqual(await read(steps, true));
    }),
    { numRuns: 150 },
  );
}, 120_000);

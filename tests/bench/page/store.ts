/**
 * Runs in a page of the extension: fills its store with records made by the product's own code, and
 * times the product's own operations on it.
 */

import type { Feed } from '../../../src/domain/model';
import { NO_COUNTERS } from '../../../src/domain/story/counters';
import { commitFeed } from '../../../src/storage/articles';
import { putMany } from '../../../src/storage/batch';
import {
  closeDatabase,
  inReadTransaction,
  inWriteTransaction,
} from '../../../src/storage/database';
import { followFeeds } from '../../../src/storage/feeds';
import { writeFrontPage } from '../../../src/storage/front-page';
import { groupChanges } from '../../../src/storage/grouping';
import { readRecord, writeRecord } from '../../../src/storage/records';
import { retain } from '../../../src/storage/retention';
import { markAllRead } from '../../../src/storage/story-changes';
import { deleteTopic, putTopic } from '../../../src/storage/topics';
import { makeTopic } from '../../support/make';
import { tellNothing } from '../../support/tell-nothing';
import { articleOf, batchesOf, feedUrls, type RecordBatch, UNREAD } from './records';

const NEW_ITEMS = 5;

let feeds: Feed[] = [];
let lastNumber = 0;

async function putBatch({ articles, statuses, stories }: RecordBatch): Promise<void> {
  await inWriteTransaction(async (tx) => {
    putMany(tx, 'articles', articles);
    putMany(tx, 'statuses', statuses);
    putMany(tx, 'stories', stories);
  });
}

/** Fills the store with that many articles, and stories of them. */
async function seed(count: number): Promise<void> {
  const now = Date.now();
  const candidates = feedUrls.map((feedUrl, index) => ({
    ...{ feedUrl, title: `Feed ${index}`, siteUrl: null },
  }));
  feeds = (await followFeeds(candidates, now)).added;
  for (const batch of batchesOf(count, feeds, now)) await putBatch(batch);
  lastNumber = count;
  await inWriteTransaction(async (tx) => {
    await writeRecord(tx, 'counters', { ...NO_COUNTERS, unread: Math.min(count, UNREAD) });
    await writeRecord(tx, 'refreshedAt', now);
    await writeFrontPage(tx, now);
  });
}

/** One feed's commit: five new articles, stored but not yet in stories. @returns milliseconds. */
async function commitNews(): Promise<number> {
  const now = Date.now();
  const feed = feeds[0];
  if (!feed) throw new Error('Seed first');
  const articles = Array.from({ length: NEW_ITEMS }, () => {
    lastNumber += 1;
    return { ...articleOf(lastNumber, now, feeds), feedId: feed.feedId, storyId: null };
  });
  const { feedId, title } = feed;
  return timeOf(() =>
    commitFeed({
      ...{ feedId, title, siteUrl: null, articles, now },
      ...{ validators: null, contentHash: String(lastNumber), intervalMs: null },
    }),
  );
}

/** @returns milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Takes what was committed into stories, with counters and front page. */
const group = () =>
  timeOf(() =>
    groupChanges({ decide: ({ previous }) => previous, notifications: tellNothing }, Date.now()),
  );

const frontPage = () => timeOf(() => inWriteTransaction((tx) => writeFrontPage(tx, Date.now())));

const readPage = () =>
  timeOf(() => inReadTransaction((tx) => readRecord(tx, 'frontPage'), ['records']));

const tidy = () => timeOf(() => retain(Date.now()));

/** A topic that matches nothing: everything stored is looked through, and nothing changes. */
const lookThrough = () =>
  timeOf(async () => {
    await putTopic(makeTopic({ query: 'zeppelin' }), Date.now());
    await deleteTopic('t1', Date.now());
  });

async function markAll(): Promise<{ spent: number; changed: number }> {
  let changed = 0;
  const spent = await timeOf(async () => {
    changed = (await markAllRead(null, Date.now())).length;
  });
  return { spent, changed };
}

/** As it is while no worker and no page is there. */
const close = closeDatabase;

const bench = {
  ...{ seed, commitNews, group, frontPage, readPage, tidy, lookThrough, markAll, close },
};
export type StoreBench = typeof bench;

Object.assign(globalThis, { datelineBench: bench });

/**
 * Runs in a page of the extension: fills its store with records made by the product's own code, and
 * times the product's own operations on it.
 */

import type { Article, ArticleStatus, Feed } from '../../../src/domain/model';
import { composeStory } from '../../../src/domain/story/compose';
import { NO_COUNTERS } from '../../../src/domain/story/counters';
import { commitFeed } from '../../../src/storage/articles';
import { inWriteTransaction } from '../../../src/storage/database';
import { followFeeds } from '../../../src/storage/feeds';
import { writeFrontPage } from '../../../src/storage/front-page';
import { groupChanges } from '../../../src/storage/grouping';
import { writeRecord } from '../../../src/storage/records';
import { withIndexKeys } from '../../../src/storage/stored-story';
import { markAllRead } from '../../../src/storage/story-changes';
import { makeArticle, makeStatus } from '../../support/make';
import { tellNothing } from '../../support/tell-nothing';
import { createLanguage } from '../language';

const FEEDS = 50;
const DAYS = 28;
const BATCH = 1_000;
const NEW_ITEMS = 5;
/** The newest; whoever has that much stored has read or marked the rest. */
const UNREAD = 1_000;

const { textOf } = createLanguage('en');
let feeds: Feed[] = [];
let lastNumber = 0;

function articleOf(number: number, sortAt: number): Article {
  const words = textOf(number);
  const articleId = `bench${number}`;
  return makeArticle({
    ...{ articleId, guid: `n-${number}`, url: `https://news.example/${number}` },
    ...{ title: words(8), summary: words(30), tags: ['World'] },
    ...{ feedId: feeds[number % FEEDS]?.feedId ?? '', storyId: `s${articleId}` },
    ...{ publishedAt: sortAt, arrivedAt: sortAt, sortAt },
  });
}

async function putBatch(
  articles: Article[],
  byId: Map<string, Feed>,
  readAt: number | null,
): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const puts = articles.flatMap((article) => {
      const { articleId, feedId, arrivedAt } = article;
      const status: ArticleStatus = makeStatus({
        ...{ articleId, feedId, arrivedAt },
        ...{ lastSeenAt: Date.now(), readAt },
      });
      const storyId = `s${articleId}`;
      const statuses = new Map([[articleId, status]]);
      const story = composeStory({
        ...{ storyId, articles: [article], statuses, feeds: byId, breaking: null },
      });
      return [
        tx.objectStore('articles').put(article),
        tx.objectStore('statuses').put(status),
        ...(story ? [tx.objectStore('stories').put(withIndexKeys(story))] : []),
      ];
    });
    await Promise.all(puts);
  });
}

/** Spreads that many articles of fifty feeds over four weeks, each a story of its own. */
async function seed(count: number): Promise<void> {
  const now = Date.now();
  const candidates = Array.from({ length: FEEDS }, (_, index) => ({
    ...{ feedUrl: `https://feed-${index}.example/`, title: `Feed ${index}`, siteUrl: null },
  }));
  feeds = (await followFeeds(candidates, now)).added;
  const byId = new Map(feeds.map((feed) => [feed.feedId, feed]));
  const step = (DAYS * 86_400_000) / count;
  for (let start = 0; start < count; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - start) }, (_, i) => start + i);
    await putBatch(
      numbers.map((number) => articleOf(number, now - Math.round((count - number) * step))),
      byId,
      start + BATCH > count - UNREAD ? null : now,
    );
  }
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
    return { ...articleOf(lastNumber, now), feedId: feed.feedId, storyId: null };
  });
  const begin = performance.now();
  await commitFeed({
    ...{ feedId: feed.feedId, title: feed.title, siteUrl: null, articles, now },
    ...{ validators: null, contentHash: String(lastNumber), intervalMs: null },
  });
  return performance.now() - begin;
}

/** Takes what was committed into stories, with counters and front page. @returns milliseconds. */
async function group(): Promise<number> {
  const begin = performance.now();
  await groupChanges(
    { decide: ({ previous }) => previous, notifications: tellNothing },
    Date.now(),
  );
  return performance.now() - begin;
}

async function frontPage(): Promise<number> {
  const begin = performance.now();
  await inWriteTransaction((tx) => writeFrontPage(tx, Date.now()));
  return performance.now() - begin;
}

async function markAll(): Promise<{ spent: number; changed: number }> {
  const begin = performance.now();
  const changed = await markAllRead(null, Date.now());
  return { spent: performance.now() - begin, changed: changed.length };
}

const bench = { seed, commitNews, group, frontPage, markAll };
export type StoreBench = typeof bench;

Object.assign(globalThis, { datelineBench: bench });

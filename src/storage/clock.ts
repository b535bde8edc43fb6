import type { Article, FeedState } from '../domain/model';
import {
  type ClockJudgement,
  isWithin,
  mendTimes,
  rememberWrongTime,
  type WrongTime,
} from '../domain/refresh/clock';
import { putMany } from './batch';
import {
  type ClockRecord,
  inReadTransaction,
  inWriteTransaction,
  type WriteTransaction,
} from './database';
import { dropHeadlines } from './headlines';
import { storyIdsOf } from './lookups';
import { readRecord, writeRecord } from './records';
import { logForSearch } from './search/log';
import { recomposeStories } from './stories';

const NOTHING_WRONG: ClockRecord = { at: 0, wrong: [] };

/** The clock itself may be corrected by some seconds at any time. */
const SET_BACK_MS = 60_000;

/**
 * At the beginning of a refresh. When the clock was set back, the next checks lie in a time that is not
 * to come for long: feeds that were checked "later than now" become due.
 */
export async function noticeSetBack(now: number): Promise<void> {
  const clock = await inReadTransaction((tx) => readRecord(tx, 'clock'), ['records']);
  if (!clock || now >= clock.at - SET_BACK_MS) return;
  await inWriteTransaction(
    async (tx) => {
      await makeAheadDue(tx, now);
      await noteClock(tx, now);
    },
    ['feedStates', 'records'],
  );
}

/** Remembers the time of the checks that are about to be made. */
export async function noteClock(tx: WriteTransaction, now: number): Promise<void> {
  const clock = (await readRecord(tx, 'clock')) ?? NOTHING_WRONG;
  await writeRecord(tx, 'clock', { ...clock, at: now });
}

async function makeAheadDue(tx: WriteTransaction, now: number): Promise<void> {
  const states = await tx.objectStore('feedStates').getAll();
  const ahead = states.filter(({ checkedAt }) => (checkedAt ?? 0) > now);
  const due = ahead.map((state) => ({ ...state, nextCheckAt: now }));
  putMany(tx, 'feedStates', due);
}

/**
 * At the end of a refresh: remembers that the clock is wrong, or, when it is right again, mends what was
 * stored by the wrong one, in one transaction.
 * @returns whether times can be relied on, so that what is old may be dropped.
 */
export async function heedClock(judgement: ClockJudgement, from: number, to: number) {
  if (judgement === null) return false;
  if (judgement === 0 && !(await wasWrong())) return true;
  return inWriteTransaction(async (tx) => {
    const clock = (await readRecord(tx, 'clock')) ?? NOTHING_WRONG;
    if (judgement === 0) {
      for (const wrong of clock.wrong) await mend(tx, wrong, to);
      await writeRecord(tx, 'clock', { at: to, wrong: [] });
      return true;
    }
    const wrong = rememberWrongTime(clock.wrong, { from, to, shiftMs: judgement });
    await writeRecord(tx, 'clock', { at: to, wrong });
    return false;
  });
}

async function wasWrong(): Promise<boolean> {
  const clock = await inReadTransaction((tx) => readRecord(tx, 'clock'), ['records']);
  return clock !== undefined && clock.wrong.length > 0;
}

async function mend(tx: WriteTransaction, wrong: WrongTime, now: number): Promise<void> {
  const range = IDBKeyRange.bound(wrong.from, wrong.to);
  const articles = await tx.objectStore('articles').index('byArrival').getAll(range);
  const statuses = await tx.objectStore('statuses').index('byLastSeen').getAll(range);
  const records = await tx.objectStore('notifications').index('byDecided').getAll(range);
  const held = await tx.objectStore('heldStories').index('byHeld').getAll(range);
  const mendOf = <T extends object>(one: T) => mendTimes(one, wrong);
  const mended = articles.map((article) => mendArticle(article, wrong));
  putMany(tx, 'articles', mended);
  logForSearch(tx, mended);
  putMany(tx, 'statuses', statuses.map(mendOf));
  putMany(tx, 'notifications', records.map(mendOf));
  putMany(tx, 'heldStories', held.map(mendOf));
  // Both hold times of articles.
  await tx.objectStore('listings').clear();
  await dropHeadlines(tx);
  const undated = articles.filter(({ publishedAt }) => wrong.shiftMs > 0 && publishedAt === null);
  await mendFeeds(tx, { wrong, now, undated: new Set(undated.map(({ feedId }) => feedId)) });
  const refreshedAt = (await readRecord(tx, 'refreshedAt')) ?? null;
  if (isWithin(wrong, refreshedAt)) await writeRecord(tx, 'refreshedAt', now);
  await mendStories(tx, { wrong, now, storyIds: storyIdsOf(articles) });
}

/** The place in time follows the time of arrival, as for any article. */
function mendArticle(article: Article, wrong: WrongTime): Article {
  const { arrivedAt } = mendTimes(article, wrong);
  const { publishedAt } = article;
  return { ...article, arrivedAt, sortAt: Math.min(publishedAt ?? arrivedAt, arrivedAt) };
}

async function mendFeeds(
  tx: WriteTransaction,
  { wrong, now, undated }: { wrong: WrongTime; now: number; undated: ReadonlySet<string> },
): Promise<void> {
  for (const feed of await tx.objectStore('feeds').getAll()) {
    await tx.objectStore('feeds').put(mendTimes(feed, wrong));
  }
  for (const state of await tx.objectStore('feedStates').getAll()) {
    const mended = mendState(state, wrong, now);
    await tx
      .objectStore('feedStates')
      .put(undated.has(state.feedId) ? readAgain(mended, now) : mended);
  }
}

/** The next check of a feed that was last checked by the wrong clock lies anywhere. */
function mendState(state: FeedState, wrong: WrongTime, now: number): FeedState {
  const mended = mendTimes(state, wrong);
  return isWithin(wrong, state.checkedAt)
    ? { ...mended, nextCheckAt: Math.min(mended.nextCheckAt, now) }
    : mended;
}

/**
 * A clock that was behind did not believe the dates of what was new: they are read once more, which neither
 * validators nor the content hash may prevent.
 */
function readAgain(state: FeedState, now: number): FeedState {
  return { ...state, nextCheckAt: now, validators: null, contentHash: null };
}

async function mendStories(
  tx: WriteTransaction,
  { wrong, now, storyIds }: { wrong: WrongTime; now: number; storyIds: string[] },
): Promise<void> {
  const range = IDBKeyRange.bound(wrong.from, wrong.to);
  const breaking = await tx.objectStore('stories').index('byBreaking').getAllKeys(range);
  await recomposeStories(
    tx,
    [...storyIds, ...breaking],
    now,
    ({ previous }) => previous && mendTimes(previous, wrong),
  );
}

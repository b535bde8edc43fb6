/**
 * The headlines of the last days that are in a story, by the hour: what new ones are compared with. A copy
 * of what `articles` holds, which may be dropped at any time; reading whole articles takes ten times as long.
 */
import { groupBy } from '../domain/group-by';
import type { Article } from '../domain/model';
import type { Headline, PlacedHeadline } from '../domain/story/indexed-headline';
import type { TimeWindow } from '../domain/story/time-windows';
import { deleteMany, getMany, getNewest, putMany } from './batch';
import type { AnyTransaction, HeadlineHour, WriteTransaction } from './database';
import { readRecord, writeRecord } from './records';

const HOUR_MS = 3_600_000;

/** What was published two days ago and arrives now is still compared with the day before it. */
const KEPT_HOURS = 72;

/** Of older ones, which come with a feed that was just followed, so many are compared, the newest. */
const MOST_OLDER = 1_000;

const hourOf = (at: number): number => Math.floor(at / HOUR_MS);

/**
 * Headlines in stories within these spans of time.
 * @param mostOlder of those that are not kept at hand, the newest
 */
export async function readHeadlines(
  tx: WriteTransaction,
  windows: TimeWindow[],
  now: number,
  mostOlder = MOST_OLDER,
): Promise<PlacedHeadline[]> {
  const first = hourOf(now) - KEPT_HOURS;
  await ensureKept(tx, first);
  const kept = windows
    .map(({ from, to }) => ({ from: Math.max(from, first * HOUR_MS), to }))
    .filter(({ from, to }) => from <= to);
  const older = windows
    .map(({ from, to }) => ({ from, to: Math.min(to, first * HOUR_MS - 1) }))
    .filter(({ from, to }) => from <= to);
  return [...(await readOlder(tx, older, mostOlder)), ...(await readKept(tx, kept))];
}

async function readKept(tx: AnyTransaction, windows: TimeWindow[]): Promise<PlacedHeadline[]> {
  const hours = await Promise.all(
    windows.map(({ from, to }) =>
      tx.objectStore('headlines').getAll(IDBKeyRange.bound(hourOf(from), hourOf(to))),
    ),
  );
  const isWithin = ({ sortAt }: Headline) =>
    windows.some(({ from, to }) => from <= sortAt && sortAt <= to);
  return hours.flat().flatMap(headlinesOf).filter(isWithin);
}

async function readOlder(
  tx: AnyTransaction,
  windows: TimeWindow[],
  most: number,
): Promise<PlacedHeadline[]> {
  const headlines: PlacedHeadline[] = [];
  for (const { from, to } of windows.toReversed()) {
    const left = most - headlines.length;
    if (left <= 0) break;
    const range = IDBKeyRange.bound(from, to);
    const articles = await getNewest(tx, { name: 'articles', index: 'byTime', range }, left);
    headlines.push(...articles.filter(isPlaced));
  }
  return headlines;
}

/** Fills the hours once, and again when the copy was dropped or the clock was set back. */
async function ensureKept(tx: WriteTransaction, first: number): Promise<void> {
  const since = await readRecord(tx, 'headlinesSince');
  if (since !== undefined && since <= first) return;
  const range = IDBKeyRange.lowerBound(first * HOUR_MS);
  const articles = await tx.objectStore('articles').index('byTime').getAll(range);
  await dropHeadlines(tx);
  putHours(tx, groupByHour(articles.filter(isPlaced)));
  await writeRecord(tx, 'headlinesSince', first);
}

/** The copy is made anew when it is next needed: after rare changes that would be hard to follow. */
export async function dropHeadlines(tx: WriteTransaction): Promise<void> {
  await tx.objectStore('headlines').clear();
  await tx.objectStore('records').delete('headlinesSince');
}

/** Keeps what was placed in stories, or edited there, and lets go what is too old by now. */
export async function keepHeadlines(
  tx: WriteTransaction,
  articles: (PlacedHeadline & Pick<Article, 'arrivedAt'>)[],
  now: number,
): Promise<void> {
  const first = hourOf(now) - KEPT_HOURS;
  const changed = groupByHour(articles.filter(({ sortAt }) => hourOf(sortAt) >= first));
  // What had no date stood at its arrival until it was given one.
  const left = articles.map(({ arrivedAt }) => hourOf(arrivedAt)).filter((hour) => hour >= first);
  const hours = [...new Set([...changed.keys(), ...left])];
  const stored = await getMany(tx, 'headlines', hours);
  const ids = new Set(articles.map(({ articleId }) => articleId));
  putHours(
    tx,
    new Map(
      hours.map((hour, index) => {
        const others = headlinesOf(stored[index]).filter(({ articleId }) => !ids.has(articleId));
        return [hour, [...others, ...(changed.get(hour) ?? [])]];
      }),
    ),
  );
  await letGo(tx, first);
}

async function letGo(tx: WriteTransaction, first: number): Promise<void> {
  const since = await readRecord(tx, 'headlinesSince');
  if (since === undefined || since >= first) return;
  await tx.objectStore('headlines').delete(IDBKeyRange.upperBound(first, true));
  await writeRecord(tx, 'headlinesSince', first);
}

function isPlaced<T extends Pick<Article, 'storyId'>>(article: T): article is T & PlacedHeadline {
  return article.storyId !== null;
}

function groupByHour(headlines: PlacedHeadline[]): Map<number, PlacedHeadline[]> {
  return groupBy(headlines, ({ sortAt }) => hourOf(sortAt));
}

function putHours(tx: WriteTransaction, hours: Map<number, PlacedHeadline[]>): void {
  const filled = [...hours].filter(([, headlines]) => headlines.length > 0);
  const emptied = [...hours.keys()].filter((hour) => hours.get(hour)?.length === 0);
  const records = filled.map(([, headlines]) => columnsOf(headlines));
  const keys = filled.map(([hour]) => hour);
  putMany(tx, 'headlines', records, keys);
  deleteMany(tx, 'headlines', emptied);
}

function columnsOf(headlines: PlacedHeadline[]): HeadlineHour {
  return {
    articleIds: headlines.map(({ articleId }) => articleId),
    feedIds: headlines.map(({ feedId }) => feedId),
    titles: headlines.map(({ title }) => title),
    urls: headlines.map(({ url }) => url),
    sortAts: headlines.map(({ sortAt }) => sortAt),
    storyIds: headlines.map(({ storyId }) => storyId),
  };
}

function headlinesOf(hour: HeadlineHour | undefined): PlacedHeadline[] {
  if (!hour) return [];
  return hour.articleIds.map((articleId, index) => ({
    articleId,
    feedId: hour.feedIds[index] ?? '',
    title: hour.titles[index] ?? '',
    url: hour.urls[index] ?? null,
    sortAt: hour.sortAts[index] ?? 0,
    storyId: hour.storyIds[index] ?? '',
  }));
}

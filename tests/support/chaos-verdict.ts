import type { Article, Story } from '../../src/domain/model';
import type { Ledger } from './chaos-ledger';
import type { Told } from './chaos-server';
import type { Snapshot } from './chaos-snapshot';

const FRONT_PAGE_STORIES = 50;

/** Everything that is stored otherwise than it was served; empty when all is well. */
export function findComplaints(input: {
  stored: Snapshot;
  ledger: Ledger;
  papers: number;
  told: Told[];
  /** Articles that were marked as read, with an answer. */
  read: string[];
  /** How often the browser was killed. */
  browserKills: number;
}): string[] {
  const { stored, ledger } = input;
  return [
    ...complainOfFeeds(stored, input.papers),
    ...complainOfArticles(stored, ledger),
    ...complainOfStatuses(stored, input.read),
    ...complainOfStories(stored),
    ...complainOfLists(stored),
    ...complainOfNotifications(stored, ledger, input.browserKills),
    ...complainOfShowing(stored, input.told, input.browserKills),
  ];
}

function complainOfFeeds({ feeds, feedStates }: Snapshot, papers: number): string[] {
  const stored = feeds
    .map(({ feedUrl }) => Number(/\d+$/.exec(feedUrl)?.[0]))
    .sort((a, b) => a - b);
  const wanted = Array.from({ length: papers }, (_, index) => index);
  return [
    ...(stored.join() === wanted.join() ? [] : [`feeds stored: ${stored.join()}`]),
    ...feeds
      .filter(({ removedAt }) => removedAt !== null)
      .map(({ feedUrl }) => `removed: ${feedUrl}`),
    ...feedStates
      .filter(({ lastError }) => lastError !== null)
      .map(({ feedId, lastError }) => `feed ${feedId} still fails: ${lastError?.kind}`),
  ];
}

function complainOfArticles({ articles }: Snapshot, ledger: Ledger): string[] {
  const urls = articles.map(({ url }) => url ?? '');
  const stored = new Set(urls);
  return [
    ...[...ledger.mustHave].filter((link) => !stored.has(link)).map((link) => `missing: ${link}`),
    ...urls
      .filter((url, index) => urls.indexOf(url) !== index)
      .map((url) => `stored twice: ${url}`),
    ...articles
      .filter(({ url, title }) => !ledger.allows(url ?? '', title))
      .map(({ url, title }) => `never served so: ${url} "${title}"`),
    ...articles
      .filter(({ url, guid }) => guid !== null && !isGuidOf(guid, url ?? ''))
      .map(({ url, guid }) => `another item's guid: ${url} ${guid}`),
  ];
}

function isGuidOf(guid: string, url: string): boolean {
  return guid === url || guid === `item-${url.split('/').at(-1)}`;
}

function complainOfStatuses({ articles, statuses }: Snapshot, read: string[]): string[] {
  const byArticle = new Map(statuses.map((status) => [status.articleId, status]));
  return [
    ...articles
      .filter(({ articleId }) => !byArticle.has(articleId))
      .map(({ url }) => `without a status: ${url}`),
    ...read
      .filter((articleId) => (byArticle.get(articleId)?.readAt ?? null) === null)
      .map((articleId) => `was read and is not: ${articleId}`),
  ];
}

function complainOfStories({ articles, changes, stories }: Snapshot): string[] {
  const byStory = new Map<string, Article[]>();
  for (const article of articles) {
    const storyId = article.storyId ?? '';
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), article]);
  }
  const key = (ids: string[]) => [...ids].sort().join();
  return [
    ...(byStory.get('') ?? []).map(({ url }) => `in no story: ${url}`),
    ...changes.map(({ articleId }) => `still queued: ${articleId}`),
    ...stories
      .filter(({ storyId, articleIds }) => {
        const own = (byStory.get(storyId) ?? []).map(({ articleId }) => articleId);
        return articleIds.length === 0 || key(articleIds) !== key(own);
      })
      .map(({ storyId }) => `not made of its articles: story ${storyId}`),
    ...[...byStory.keys()]
      .filter((storyId) => storyId !== '' && !stories.some((story) => story.storyId === storyId))
      .map((storyId) => `articles of a story that is not: ${storyId}`),
  ];
}

function complainOfLists({ stories, feeds, counters, frontPage }: Snapshot): string[] {
  const visible = stories
    .filter(({ isHidden }) => !isHidden)
    .sort((a, b) => b.sortAt - a.sortAt || (a.storyId < b.storyId ? 1 : -1));
  const facts: [name: string, said: unknown, counted: unknown][] = [
    ['counter of unread', counters.unread, visible.filter(({ isUnread }) => isUnread).length],
    ['counter of saved', counters.saved, stories.filter(({ isSaved }) => isSaved).length],
    ['counters on the front page', frontPage.counters, counters],
    ['feeds on the front page', frontPage.feedCount, feeds.length],
    ['problems on the front page', frontPage.problems, { failing: 0, permission: 0 }],
    [
      'more stories than the front page has',
      frontPage.hasMore,
      visible.length > FRONT_PAGE_STORIES,
    ],
    ['front page', frontPage.stories.map(plain), visible.slice(0, FRONT_PAGE_STORIES).map(plain)],
  ];
  return facts
    .map(([name, said, counted]) => [name, JSON.stringify(said), JSON.stringify(counted)])
    .filter(([, said, counted]) => said !== counted)
    .map(([name, said, counted]) => `${name}: says ${said}, is ${counted}`);
}

function plain({ storyId, articleIds, lead, isUnread, isSaved, sortAt }: Story) {
  return { storyId, articleIds, lead, isUnread, isSaved, sortAt };
}

/**
 * Each story with news that its publisher marked was told once, or held back with a reason, and nothing
 * else was. What a killed browser was just about to show is given up, since twice would be worse.
 */
function complainOfNotifications(
  { articles, notifications, heldStories }: Snapshot,
  ledger: Ledger,
  browserKills: number,
): string[] {
  const breaking = articles.filter(({ url }) => ledger.breaking.has(url ?? ''));
  const wanted = new Set(breaking.map(({ storyId }) => storyId ?? ''));
  const decided = notifications.flatMap(({ storyIds }) => storyIds);
  const held = heldStories.map(({ storyId }) => storyId);
  const silent = notifications.filter(({ shownAt }) => shownAt === null);
  const givenUp = silent.filter(
    ({ attemptedAt, expiredAt }) => attemptedAt !== null && expiredAt !== null,
  );
  return [
    ...[...wanted]
      .filter((id) => !decided.includes(id) && !held.includes(id))
      .map((id) => `never decided: story ${id}`),
    ...held.filter((id) => !wanted.has(id)).map((id) => `nothing to hold back: story ${id}`),
    ...decided.filter((id) => !wanted.has(id)).map((id) => `nothing to tell: story ${id}`),
    ...decided
      .filter((id, index) => decided.indexOf(id) !== index)
      .map((id) => `decided twice: story ${id}`),
    ...(givenUp.length > browserKills
      ? [`given up: ${givenUp.length}, browser kills: ${browserKills}`]
      : []),
    ...silent
      .filter((record) => !givenUp.includes(record))
      .map(({ notificationId }) => `not shown: ${notificationId}`),
  ];
}

/**
 * In one life of the browser each notification is created once: it stays on the screen, and a worker
 * that starts finds it there. It vanishes with a killed browser, so one whose mark was not yet written
 * is created again by the next: at most one for each kill, since they are shown one after the other.
 */
function complainOfShowing(
  { notifications }: Snapshot,
  told: Told[],
  browserKills: number,
): string[] {
  const shown = notifications.filter(({ shownAt }) => shownAt !== null);
  const known = new Set(notifications.map(({ notificationId }) => notificationId));
  const created = told.filter(({ step }) => step === 'created');
  const byLife = created.map(({ notificationId, life }) => `${notificationId} in life ${life}`);
  const again = created.length - new Set(created.map(({ notificationId }) => notificationId)).size;
  return [
    ...byLife
      .filter((name, index) => byLife.indexOf(name) !== index)
      .map((name) => `created twice: ${name}`),
    ...(again > browserKills ? [`created again: ${again}, browser kills: ${browserKills}`] : []),
    ...shown
      .map(({ notificationId }) => notificationId)
      .filter((id) => !told.some(({ notificationId }) => notificationId === id))
      .map((id) => `marked as shown without having been: ${id}`),
    ...told
      .filter(({ notificationId }) => !known.has(notificationId))
      .map(({ notificationId }) => `shown without a decision: ${notificationId}`),
  ];
}

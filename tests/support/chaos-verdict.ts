import type { Article, Story } from '../../src/domain/model';
import type { Ledger } from './chaos-ledger';
import type { Paper } from './chaos-press';
import type { Told } from './chaos-server';
import { endedPapers, paperOf, type Snapshot } from './chaos-snapshot';
import {
  complainOfEvents,
  complainOfGrowth,
  complainOfNotifications,
  complainOfShowing,
} from './chaos-telling';

const FRONT_PAGE_STORIES = 50;

/** Everything that is stored otherwise than it was served; empty when all is well. */
export function findComplaints(input: {
  stored: Snapshot;
  ledger: Ledger;
  papers: Paper[];
  told: Told[];
  /** Articles that were marked as read, with an answer. */
  read: string[];
  /** How often the browser was killed. */
  browserKills: number;
}): string[] {
  const { stored, ledger } = input;
  return [
    ...complainOfFeeds(stored, input.papers),
    ...complainOfEnds(stored, input),
    ...complainOfArticles(stored, ledger),
    ...complainOfStatuses(stored, input.read),
    ...complainOfStories(stored),
    ...complainOfLists(stored, input.papers),
    ...complainOfEvents(stored),
    ...complainOfNotifications(stored, ledger, input.browserKills),
    ...complainOfShowing(stored, input.told, input.browserKills),
    ...complainOfGrowth(stored, input.told),
  ];
}

function complainOfFeeds({ feeds, feedStates }: Snapshot, papers: Paper[]): string[] {
  const stored = feeds.map(({ feedUrl }) => paperOf(feedUrl)).sort((a, b) => a - b);
  return [
    ...(stored.join() === papers.map(({ index }) => index).join()
      ? []
      : [`feeds stored: ${stored.join()}`]),
    ...feeds
      .filter(({ removedAt }) => removedAt !== null)
      .map(({ feedUrl }) => `removed: ${feedUrl}`),
    ...feedStates
      .filter(({ lastError }) => lastError !== null && lastError.kind !== 'gone')
      .map(({ feedId, lastError }) => `feed ${feedId} still fails: ${lastError?.kind}`),
  ];
}

/** The feeds that ended, and only those, are known to be gone, and were left alone from then on. */
function complainOfEnds(
  stored: Snapshot,
  { papers, ledger }: { papers: Paper[]; ledger: Ledger },
): string[] {
  const gone = new Set(endedPapers(stored));
  return [
    ...papers
      .filter(({ index, closedFrom }) => gone.has(index) !== (closedFrom !== null))
      .map(({ index }) => (gone.has(index) ? `not gone: ${index}` : `gone, not known: ${index}`)),
    ...ledger.afterTheEnd.map((index) => `asked after its end: ${index}`),
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
      .filter(({ url, guid }) => guid !== null && !isGuidOf(guid, url ?? '', ledger))
      .map(({ url, guid }) => `another item's guid: ${url} ${guid}`),
  ];
}

function isGuidOf(guid: string, url: string, ledger: Ledger): boolean {
  return guid === url || ledger.hadGuid(url, guid);
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

function complainOfLists(
  { stories, feeds, counters, frontPage }: Snapshot,
  papers: Paper[],
): string[] {
  const failing = papers.filter(({ closedFrom }) => closedFrom !== null).length;
  const visible = stories
    .filter(({ isHidden }) => !isHidden)
    .sort((a, b) => b.sortAt - a.sortAt || (a.storyId < b.storyId ? 1 : -1));
  const facts: [name: string, said: unknown, counted: unknown][] = [
    ['counter of unread', counters.unread, visible.filter(({ isUnread }) => isUnread).length],
    ['counter of saved', counters.saved, stories.filter(({ isSaved }) => isSaved).length],
    ['counters on the front page', frontPage.counters, counters],
    ['feeds on the front page', frontPage.feedCount, feeds.length],
    ['problems on the front page', frontPage.problems, { failing, permission: 0 }],
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

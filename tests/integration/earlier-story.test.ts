import { beforeEach, expect, test, vi } from 'vitest';
import { articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import { commitFeed } from '../../src/storage/articles';
import { readEarlierStory } from '../../src/storage/earlier-story';
import { followFeeds, setFeedsRemoved } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { readStories } from '../../src/storage/read';
import { DAY, HOUR, makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const PAPERS = ['gazette', 'herald'];
const addressOf = (paper: string) => `https://${paper}.example/rss`;

beforeEach(async () => {
  reinstall();
  await followFeeds(
    PAPERS.map((paper) => ({ feedUrl: addressOf(paper), title: paper, siteUrl: null })),
    NOW - 9 * DAY,
  );
});

/** The paper has one more headline, as old as it is when it comes. */
async function take(paper: string, title: string, now: number): Promise<void> {
  const url = `https://${paper}.example/${encodeURIComponent(title)}`;
  const identity = { feedId: feedIdOf(addressOf(paper)), guid: title, url, title };
  const times = { publishedAt: now, arrivedAt: now, sortAt: now };
  const article = makeArticle({ ...identity, ...times, articleId: articleIdOf(identity) });
  await commitFeed({
    ...{ feedId: identity.feedId, title: null, siteUrl: null, articles: [article], now },
    ...{ validators: null, contentHash: `${paper}${now}`, intervalMs: null },
  });
  await groupChanges({ decide: () => null, notifications: tellNothing }, now);
}

async function takeCollapse(at: number): Promise<void> {
  await take('gazette', 'Glacier collapse in the Italian Alps leaves six hikers dead', at);
  await take('herald', 'Six dead as Marmolada glacier collapse hits Italian hikers', at + HOUR);
}

const FOLLOW_UP = 'Tenth body found after Marmolada glacier collapse in the Italian Alps';

async function earlierOfNewest(): Promise<string | undefined> {
  const { stories } = await readStories({ kind: 'latest' }, null);
  const [newest] = stories;
  expect(newest?.lead.title).toBe(FOLLOW_UP);
  return (await readEarlierStory(newest?.storyId ?? '', NOW))?.lead.title;
}

test.each([2, 5])(
  'a follow-up after %i days is a story of its own that names the earlier',
  async (days) => {
    await takeCollapse(NOW - days * DAY);
    await take('gazette', FOLLOW_UP, NOW);
    expect(await earlierOfNewest()).toMatch(/^Glacier collapse/);
  },
);

test('what lies more than a week back, or is not shown any more, is not named', async () => {
  await takeCollapse(NOW - 8 * DAY);
  await take('gazette', FOLLOW_UP, NOW);
  expect(await earlierOfNewest()).toBeUndefined();
});

test('a story of feeds that were removed is not named', async () => {
  await takeCollapse(NOW - 2 * DAY);
  const third = { feedUrl: addressOf('post'), title: 'post', siteUrl: null };
  await followFeeds([third], NOW - DAY);
  await take('post', FOLLOW_UP, NOW);
  expect(await earlierOfNewest()).toMatch(/^Glacier collapse/);
  await setFeedsRemoved(
    PAPERS.map((paper) => feedIdOf(addressOf(paper))),
    NOW,
    NOW,
  );
  expect(await earlierOfNewest()).toBeUndefined();
});

test('a story that is gone has none', async () => {
  expect(await readEarlierStory('sgone', NOW)).toBeNull();
});

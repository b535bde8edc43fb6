import { beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../src/domain/model';
import { commitFeed, setArticlesRead } from '../../src/storage/articles';
import { followFeeds } from '../../src/storage/feeds';
import { groupChanges, showChanges } from '../../src/storage/grouping';
import { readFrontPage } from '../../src/storage/read';
import { markAllRead } from '../../src/storage/story-changes';
import { makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(reinstall);

const keepDecision = () => null;

/** @returns the articles that are new. */
async function commit(titles: string[]): Promise<string[]> {
  const candidate = { feedUrl: 'https://rt.example/rss', title: 'RT News', siteUrl: null };
  const { added, already } = await followFeeds([candidate], NOW);
  const { feedId } = [...added, ...already][0] ?? { feedId: '' };
  const articles: Article[] = titles.map((title) =>
    makeArticle({ articleId: title, feedId, title, url: null }),
  );
  const stored = await commitFeed({
    ...{ feedId, title: null, siteUrl: null, articles, now: NOW },
    ...{ validators: null, contentHash: titles.join(), intervalMs: null },
  });
  return stored.added;
}

/** @returns the titles that notifications would be planned from. */
async function group(): Promise<string[]> {
  const arrived: string[] = [];
  await groupChanges(
    {
      decide: keepDecision,
      notifications: {
        ...tellNothing,
        decide: ({ changed }) => {
          arrived.push(...changed.flatMap(({ arrivals }) => arrivals.map(({ title }) => title)));
          return { records: [], held: [] };
        },
      },
    },
    NOW,
  );
  return arrived.sort();
}

const unread = async () => (await readFrontPage())?.counters.unread;

test('marking all read reaches every story however many there are, and can be undone exactly', async () => {
  const titles = Array.from({ length: 1_203 }, (_, index) => `Headline ${index}`);
  await commit(titles);
  await group();
  expect(await unread()).toBe(titles.length);
  const changed = await markAllRead(null, NOW);
  expect([...changed].sort()).toEqual([...titles].sort());
  expect(await unread()).toBe(0);
  await setArticlesRead(changed, false, NOW);
  expect(await unread()).toBe(titles.length);
});

test('what is shown during a refresh is listed at once, and all of it is planned from at the end', async () => {
  await showChanges(await commit(['First', 'Second']), keepDecision, NOW);
  expect(await unread()).toBe(2);
  await showChanges(await commit(['Second', 'Third']), keepDecision, NOW);
  expect(await unread()).toBe(3);
  expect(await group()).toEqual(['First', 'Second', 'Third']);
  expect(await unread()).toBe(3);
  expect(await group()).toEqual([]);
});

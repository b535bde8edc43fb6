/** A store to search in, filled as checks of feeds fill it. */
import type { Article } from '../../src/domain/model';
import { parseSearch } from '../../src/domain/search/parse';
import { commitFeed } from '../../src/storage/articles';
import { followFeeds } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { openSearch } from '../../src/storage/read-search';
import { tidySearchIndex } from '../../src/storage/search/tidy';
import { DAY, HOUR, makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

const PUBLISHERS = ['Harbour Gazette', 'Orbit Weekly'] as const;
type Publisher = (typeof PUBLISHERS)[number];
export let feedIds: Record<string, string>;

/** Follows two publishers, of whom nothing is stored yet. */
export async function followPublishers(): Promise<void> {
  await reinstall();
  const candidates = PUBLISHERS.map((title) => ({
    ...{
      title,
      siteUrl: null,
      feedUrl: `https://${title.replace(' ', '-').toLowerCase()}.example/`,
    },
  }));
  const { added } = await followFeeds(candidates, NOW);
  feedIds = Object.fromEntries(added.map(({ title, feedId }) => [title, feedId]));
}

let lastHash = 0;

/** Stores articles as a check of their feed does, and takes them into stories. */
export async function store(
  articles: (Partial<Article> & { articleId: string })[],
  publisher: Publisher = 'Harbour Gazette',
): Promise<void> {
  const feedId = feedIds[publisher] ?? '';
  lastHash += 1;
  await commitFeed({
    ...{ feedId, title: publisher, siteUrl: null, now: NOW, validators: null, intervalMs: null },
    contentHash: String(lastHash),
    articles: articles.map((article) =>
      makeArticle({
        ...{ guid: article.articleId, url: `https://${feedId}.example/${article.articleId}` },
        ...{ title: article.articleId, feedId },
        ...article,
      }),
    ),
  });
  await groupChanges({ decide: ({ previous }) => previous, notifications: tellNothing }, NOW);
}

export async function search(text: string) {
  const { query } = parseSearch(text);
  const results = await openSearch(query, NOW);
  const found = [];
  for (let isDone = false; !isDone; ) {
    const next = await results.next();
    found.push(...next.found);
    isDone = next.isDone;
  }
  return { ...results, found };
}

export const titles = async (text: string) =>
  (await search(text)).found.map(({ story }) => story.lead.title);

export async function tidyAll(now = NOW): Promise<number> {
  let steps = 0;
  while (await tidySearchIndex(now)) steps += 1;
  return steps;
}

/** That many articles without any word of the tests in them, so that the log is put into the index. */
export async function storeFiller(prefix: string, count: number, sortAt = NOW - 20 * DAY) {
  for (let start = 0; start < count; start += 60) {
    const some = Array.from({ length: Math.min(60, count - start) }, (_, index) => ({
      articleId: `${prefix}${start + index}`,
      ...{ title: `${prefix}${start + index}`, sortAt: sortAt - (start + index) * HOUR },
    }));
    await store(some);
  }
}

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { announceChange } from '../../src/background/announce';
import { commands } from '../../src/background/commands';
import { articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import type { Article } from '../../src/domain/model';
import { commitFeed } from '../../src/storage/articles';
import { followFeeds } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { readFrontPage, readStories, type TimedView } from '../../src/storage/read';
import { viewsOf } from '../../src/ui/popup/views-of';
import { makeArticle, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { extension, reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const FEEDS = ['https://gazette.example/rss', 'https://herald.example/rss'];
/** The first two are told alike by both publishers, and become one story. */
const TITLES = [
  'Bridge across the northern strait is closed after the storm',
  'Harbour master resigns over the missing lighthouse lamp',
  'Ferry runs again on Sundays from the island',
];

const number = (max: number) => fc.integer({ min: 0, max });
/** What changes the list, as a person or a refresh does it. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('publish' as const),
    feed: number(FEEDS.length - 1),
    items: fc.uniqueArray(number(TITLES.length - 1), { maxLength: TITLES.length }),
  }),
  fc.record({
    kind: fc.constantFrom('read' as const, 'unread' as const, 'save' as const, 'open' as const),
    row: number(3),
  }),
  fc.record({ kind: fc.constantFrom('mute' as const, 'follow' as const), word: number(2) }),
  fc.record({
    kind: fc.constantFrom('drop topics' as const, 'mark all' as const, 'undo' as const),
  }),
  fc.record({
    kind: fc.constantFrom('unfollow' as const, 'return' as const),
    feed: number(FEEDS.length - 1),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const WORDS = ['bridge', 'harbour', 'ferry'];
let marked: string[] = [];

async function publish(feedUrl: string, items: number[], now: number): Promise<void> {
  const feedId = feedIdOf(feedUrl);
  const articles = items.map((item): Article => {
    const guid = `g${item}`;
    const articleId = articleIdOf({ feedId, guid, url: null, title: '' });
    const url = `${feedUrl}/${item}`;
    const times = { publishedAt: NOW, arrivedAt: now, sortAt: NOW };
    return makeArticle({ ...times, articleId, feedId, guid, url, title: TITLES[item] ?? '' });
  });
  await commitFeed({
    ...{ feedId, title: null, siteUrl: null, articles, now },
    ...{ validators: null, contentHash: String(now), intervalMs: null },
  });
  await groupChanges({ decide: () => null, notifications: tellNothing }, now);
  await announceChange();
}

async function saveTopic(action: 'follow' | 'mute', word: number): Promise<void> {
  const query = WORDS[word] ?? '';
  const draft = { topicId: null, name: query, query, publishers: [], untilAt: null };
  await commands.saveTopic({ ...draft, action, isNotifying: false });
}

async function meet(one: Happening, now: number): Promise<void> {
  const page = await readFrontPage();
  const storyId = ('row' in one && page?.stories[one.row]?.storyId) || '';
  const feedId = 'feed' in one ? feedIdOf(FEEDS[one.feed] ?? '') : '';
  switch (one.kind) {
    case 'publish':
      return publish(FEEDS[one.feed] ?? '', one.items, now);
    case 'read':
    case 'unread':
      return void (await commands.setStoriesRead({
        storyIds: [storyId],
        isRead: one.kind === 'read',
      }));
    case 'open':
      return void (await commands.openStory({ storyId, articleId: null, isBehind: true }));
    case 'save':
      return void (await commands.setStorySaved({ storyId, isSaved: true }));
    case 'mute':
    case 'follow':
      return saveTopic(one.kind, one.word);
    case 'drop topics':
      for (const { topicId } of page?.topics ?? []) await commands.removeTopic({ topicId });
      return;
    case 'mark all':
      marked = await commands.markAllRead({ topicId: null });
      return;
    case 'undo':
      return void (await commands.setArticlesRead({ articleIds: marked, isRead: false }));
    case 'unfollow':
      return void (await commands.removeFeed({ feedId }));
    case 'return':
      return void (await commands.restoreFeed({ feedId }));
  }
}

/** Counted row by row, to the end of the list. */
async function unreadRows(view: TimedView): Promise<number> {
  let unread = 0;
  let before: number | null = null;
  do {
    const { stories, nextBefore } = await readStories(view, before);
    unread += stories.filter((story) => story.isUnread).length;
    before = nextBefore;
  } while (before !== null);
  return unread;
}

async function expectEqual(): Promise<void> {
  const page = await readFrontPage();
  if (!page) throw new Error('no front page');
  for (const { tab, view } of viewsOf(page)) {
    if (view.kind !== 'latest' && view.kind !== 'topic') continue;
    expect(tab.unread, tab.id).toBe(await unreadRows(view));
    const shown = page.feedCount === 0 || tab.unread === 0 ? '' : String(tab.unread);
    if (view.kind === 'latest') expect(extension.badge).toBe(shown);
  }
}

async function begin(): Promise<void> {
  await reinstall();
  marked = [];
  const candidates = FEEDS.map((feedUrl) => ({ feedUrl, title: feedUrl, siteUrl: null }));
  await followFeeds(candidates, NOW);
}

test('the badge and the views say how many unread rows the list has, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 12 }), async (happenings) => {
      await begin();
      const all: Happening = { kind: 'publish', feed: 0, items: [0, 1, 2] };
      let now = NOW;
      for (const one of [all, ...happenings]) {
        now += 60_000;
        await meet(one, now);
        await expectEqual();
      }
    }),
    { numRuns: 100 },
  );
}, 240_000);

test('when several things happen at once, the badge shows the last', async () => {
  await begin();
  await publish(FEEDS[0] ?? '', [0, 1, 2], NOW);
  const rows = (await readFrontPage())?.stories ?? [];
  const setRead = (isRead: boolean) =>
    rows.map(({ storyId }) => commands.setStoriesRead({ storyIds: [storyId], isRead }));
  await Promise.all([...setRead(true), ...setRead(false), ...setRead(true).slice(0, 2)]);
  await expectEqual();
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { articleIdOf, feedIdOf } from '../../src/domain/article/identity';
import { KEEP_STATUS_MS } from '../../src/domain/article/retain';
import type { Article, Topic } from '../../src/domain/model';
import { NO_COUNTERS } from '../../src/domain/story/counters';
import { commitFeed } from '../../src/storage/articles';
import { inReadTransaction } from '../../src/storage/database';
import { followFeeds, setFeedsRemoved } from '../../src/storage/feeds';
import { groupChanges } from '../../src/storage/grouping';
import { retain } from '../../src/storage/retention';
import { setStoriesRead } from '../../src/storage/story-changes';
import { deleteTopic, putTopic } from '../../src/storage/topics';
import { DAY, HOUR, makeArticle, makeTopic, NOW } from '../support/make';
import { tellNothing } from '../support/tell-nothing';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const FEED_URL = 'https://gazette.example/rss';
const feedId = feedIdOf(FEED_URL);

/** Nothing alike, so that each is a story of its own. */
const TITLES = [
  'Bridge across the strait is closed',
  'Harbour master resigns after storm',
  'Lighthouse keeper wins a prize',
];
const MUTED: Topic = makeTopic({ query: 'harbour', action: 'mute' });

/** What may happen to a feed's articles, in any order. To return is to unfollow, and to follow days later. */
type Happening =
  | { kind: 'publish'; items: number[] }
  | { kind: 'read'; item: number }
  | { kind: 'wait'; days: number }
  | { kind: 'mute' | 'unmute' | 'unfollow' | 'undo' | 'follow' | 'return' };

const itemNumber = fc.integer({ min: 0, max: TITLES.length - 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      items: fc.uniqueArray(itemNumber, { maxLength: TITLES.length }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('read' as const), item: itemNumber }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      days: fc.constantFrom(1, 8, 31, 60),
    }),
  },
  ...(['mute', 'unmute', 'unfollow', 'undo', 'follow', 'return'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind) }),
  ),
);

/** A reader with one feed, and what they must not be bothered with again. */
class Reader {
  #now = NOW;
  readonly #read = new Set<string>();
  readonly #listedAt = new Map<string, number>();
  readonly #told: string[] = [];

  async begin(): Promise<void> {
    await reinstall();
    await this.#follow();
  }

  async meet(one: Happening): Promise<void> {
    this.#now += HOUR;
    switch (one.kind) {
      case 'publish':
        return this.#check(one.items.map((item) => this.#toArticle(item)));
      case 'read':
        return this.#readItem(idOf(one.item));
      case 'wait':
        this.#now += one.days * DAY;
        this.#forget();
        return retain(this.#now);
      case 'mute':
        return putTopic(MUTED, this.#now);
      case 'unmute':
        return deleteTopic(MUTED.topicId, this.#now);
      case 'unfollow':
        return setFeedsRemoved([feedId], this.#now, this.#now);
      case 'undo':
        return setFeedsRemoved([feedId], null, this.#now);
      case 'follow':
        return this.#follow();
      case 'return':
        await this.meet({ kind: 'unfollow' });
        await this.meet({ kind: 'wait', days: 1 });
        return this.#follow();
    }
  }

  /** What no document has listed for half a year may come as new. */
  #forget(): void {
    for (const [id, listedAt] of this.#listedAt) {
      if (this.#now - listedAt >= KEEP_STATUS_MS - DAY) this.#read.delete(id);
    }
  }

  async #follow(): Promise<void> {
    await followFeeds([{ feedUrl: FEED_URL, title: 'Gazette', siteUrl: null }], this.#now);
  }

  #toArticle(item: number): Article {
    const times = { publishedAt: NOW, arrivedAt: this.#now, sortAt: NOW };
    const url = `https://gazette.example/${item}`;
    const title = TITLES[item] ?? '';
    return makeArticle({ ...times, articleId: idOf(item), feedId, guid: `g${item}`, url, title });
  }

  async #check(articles: Article[]): Promise<void> {
    for (const { articleId } of articles) this.#listedAt.set(articleId, this.#now);
    await commitFeed({
      ...{ feedId, title: null, siteUrl: null, articles, now: this.#now },
      ...{ validators: null, contentHash: String(this.#now), intervalMs: null },
    });
    const tell = (ids: string[]) => this.#told.push(...ids);
    await groupChanges(
      {
        decide: () => null,
        notifications: {
          ...tellNothing,
          decide: ({ changed }) => {
            const arrivals = changed.flatMap((story) => story.arrivals);
            tell(arrivals.map(({ articleId }) => articleId));
            return { records: [], held: [] };
          },
        },
      },
      this.#now,
    );
    expect(this.#told.filter((id) => this.#read.has(id))).toEqual([]);
    this.#told.length = 0;
  }

  async #readItem(articleId: string): Promise<void> {
    const changed = await setStoriesRead([`s${articleId}`], true, this.#now);
    for (const id of changed) this.#read.add(id);
  }

  /** Nothing that was read stands there unread, and the counters equal the list. */
  async expectPeace(): Promise<void> {
    const { stories, counters } = await inReadTransaction(async (tx) => ({
      stories: await tx.objectStore('stories').getAll(),
      counters: await tx.objectStore('records').get('counters'),
    }));
    const unread = stories.filter(({ isUnread }) => isUnread);
    const again = unread.flatMap(({ articleIds }) => articleIds.filter((id) => this.#read.has(id)));
    expect(again).toEqual([]);
    const visible = unread.filter(({ isHidden }) => !isHidden);
    expect(counters ?? NO_COUNTERS).toMatchObject({ unread: visible.length });
  }
}

const idOf = (item: number): string =>
  articleIdOf({ feedId, guid: `g${item}`, url: null, title: '' });

test('what was read never returns as new: dropped, muted, or followed again', async () => {
  const script = fc.array(happening, { minLength: 2, maxLength: 12 });
  const all: Happening = { kind: 'publish', items: [...TITLES.keys()] };
  await fc.assert(
    fc.asyncProperty(script, async (happenings) => {
      const reader = new Reader();
      await reader.begin();
      for (const one of [all, ...happenings, all]) {
        await reader.meet(one);
        await reader.expectPeace();
      }
    }),
    { numRuns: 150 },
  );
}, 240_000);

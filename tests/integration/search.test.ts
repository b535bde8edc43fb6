import { beforeEach, expect, test, vi } from 'vitest';
import type { Topic } from '../../src/domain/model';
import { parseSearch } from '../../src/domain/search/parse';
import { inReadTransaction, inWriteTransaction } from '../../src/storage/database';
import { setFeedsRemoved } from '../../src/storage/feeds';
import { readStories } from '../../src/storage/read';
import { openSearch } from '../../src/storage/read-search';
import { retain } from '../../src/storage/retention';
import { readSearchIndex } from '../../src/storage/search/parts';
import { tidySearchIndex } from '../../src/storage/search/tidy';
import { setStoriesRead, setStorySaved } from '../../src/storage/story-changes';
import { putTopic } from '../../src/storage/topics';
import { DAY, HOUR, MINUTE, makeTopic, NOW } from '../support/make';
import {
  feedIds,
  followPublishers,
  search,
  store,
  storeFiller,
  tidyAll,
  titles,
} from './search-store';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(followPublishers);

test('what a check stored is found at once, newest first', async () => {
  await store([
    { articleId: 'a', title: 'Ferry stops', sortAt: NOW - 3 * HOUR },
    { articleId: 'b', title: 'Lighthouse', summary: 'No ferry there', sortAt: NOW - HOUR },
    { articleId: 'c', title: 'Ferryman wins', sortAt: NOW - 2 * DAY },
  ]);
  expect(await titles('ferry ')).toEqual(['Lighthouse', 'Ferry stops']);
  expect(await titles('ferry')).toEqual(['Lighthouse', 'Ferry stops', 'Ferryman wins']);
  expect(await titles('"ferry stops"')).toEqual(['Ferry stops']);
  expect(await titles('ferry -lighthouse ')).toEqual(['Ferry stops']);
  expect(await titles('zeppelin')).toEqual([]);
});

test('the same from the log, from the index and from both', async () => {
  await store([{ articleId: 'a', title: 'Ferry one', sortAt: NOW - HOUR }]);
  await storeFiller('x', 600);
  expect(await titles('ferry ')).toEqual(['Ferry one']);
  expect(await tidyAll()).toBe(1);
  expect(await titles('ferry ')).toEqual(['Ferry one']);
  await store([{ articleId: 'b', title: 'Ferry two', sortAt: NOW - MINUTE }]);
  expect(await titles('ferry ')).toEqual(['Ferry two', 'Ferry one']);
  expect(await titles('x599 ')).toEqual(['x599']);
  expect(await tidyAll()).toBe(0);
});

test('an edited article is found by its new words, and by its earlier headline', async () => {
  await store([{ articleId: 'a', title: 'Ferry stops' }]);
  await store([{ articleId: 'a', title: 'Boat stops', updatedAt: NOW + MINUTE }]);
  expect(await titles('boat ')).toEqual(['Boat stops']);
  const { found } = await search('ferry ');
  expect(found.map(({ story }) => story.lead.title)).toEqual(['Boat stops']);
  expect(found[0]?.marked).toEqual({
    headline: [],
    excerpt: { part: 'earlier', text: 'Ferry stops', marks: [{ start: 0, end: 5 }] },
  });
});

test('filters: publisher, state, topic and time', async () => {
  const topic: Topic = makeTopic({ name: 'Sea Traffic', query: 'ferry' });
  await putTopic(topic, NOW);
  await store([
    { articleId: 'a', title: 'Ferry stops', sortAt: NOW - HOUR },
    { articleId: 'b', title: 'Harbour opens', sortAt: NOW - 3 * DAY },
  ]);
  await store([{ articleId: 'c', title: 'Rocket ferry', sortAt: NOW - 2 * DAY }], 'Orbit Weekly');
  await setStoriesRead(['sb'], true, NOW);
  await setStorySaved('sc', true, NOW);
  expect(await titles('publisher:orbit')).toEqual(['Rocket ferry']);
  expect(await titles('publisher:orbit-weekly.example')).toEqual(['Rocket ferry']);
  expect(await titles('-publisher:orbit')).toEqual(['Ferry stops', 'Harbour opens']);
  expect(await titles('publisher:orbit publisher:harbour')).toHaveLength(3);
  expect(await titles('ferry publisher:harbour')).toEqual(['Ferry stops']);
  expect(await titles('is:unread')).toEqual(['Ferry stops', 'Rocket ferry']);
  expect(await titles('is:read')).toEqual(['Harbour opens']);
  expect(await titles('is:saved')).toEqual(['Rocket ferry']);
  expect(await titles('-is:saved ferry')).toEqual(['Ferry stops']);
  expect(await titles('topic:"sea traffic" -rocket ')).toEqual(['Ferry stops']);
  expect(await titles('-topic:sea')).toEqual(['Harbour opens']);
  expect(await titles('after:1d')).toEqual(['Ferry stops']);
  expect(await titles('before:1d after:2d')).toEqual(['Rocket ferry']);
  const { problems, found } = await search('publisher:nobody topic:nothing harbour ');
  expect(problems).toEqual([
    { kind: 'unknown-publisher', written: 'nobody' },
    { kind: 'unknown-topic', written: 'nothing' },
  ]);
  expect(found).toHaveLength(1);
});

test('hidden stories are found only when they are asked for; those of removed feeds never', async () => {
  await putTopic(makeTopic({ query: 'rocket', action: 'mute' }), NOW);
  await store([{ articleId: 'a', title: 'Ferry stops', sortAt: NOW - 9 * DAY }]);
  await store([{ articleId: 'b', title: 'Rocket debris misses a ferry' }], 'Orbit Weekly');
  expect(await titles('ferry ')).toEqual(['Ferry stops']);
  expect(await titles('ferry is:hidden')).toEqual(['Rocket debris misses a ferry']);
  await setFeedsRemoved([feedIds['Orbit Weekly'] ?? ''], NOW, NOW);
  expect(await titles('ferry is:hidden')).toEqual([]);
  await setFeedsRemoved([feedIds['Orbit Weekly'] ?? ''], null, NOW);
  expect(await titles('ferry is:hidden')).toEqual(['Rocket debris misses a ferry']);
});

test('a story of several publishers is one result: by its lead when that is meant, else by the other', async () => {
  const title = 'Harbour master resigns after the storm of the century';
  await store([{ articleId: 'a', title, summary: 'He was tired', sortAt: NOW - HOUR }]);
  await store([{ articleId: 'b', title, summary: 'A successor', sortAt: NOW }], 'Orbit Weekly');
  const both = await search('harbour ');
  expect(both.found.map(({ story }) => [story.lead.publisher, story.publisherCount])).toEqual([
    ['Harbour Gazette', 2],
  ]);
  const { found } = await search('successor ');
  expect(found.map(({ story }) => [story.lead.publisher, story.lead.articleId])).toEqual([
    ['Orbit Weekly', 'b'],
  ]);
  expect(found[0]?.marked.excerpt).toMatchObject({ part: 'summary', text: 'A successor' });
});

test('signs that an earlier version noted neither in the log nor in the index are found', async () => {
  await store([{ articleId: 'a', title: 'Fuel at 2 € a litre', sortAt: NOW - HOUR }]);
  await storeFiller('x', 600);
  await forgetSigns();
  expect(await titles('€ ')).toEqual(['Fuel at 2 € a litre']);
  expect(await tidyAll()).toBe(1);
  await store([{ articleId: 'b', title: 'Bread at 3 €', sortAt: NOW - MINUTE }]);
  expect(await titles('€ ')).toEqual(['Bread at 3 €', 'Fuel at 2 € a litre']);
  expect(await titles('☃ ')).toEqual([]);
});

/** As an earlier version would have written the log. */
async function forgetSigns(): Promise<void> {
  await inWriteTransaction(async (tx) => {
    const log = tx.objectStore('searchLog');
    for (let at = await log.openCursor(); at; at = await at.continue()) {
      const { hasSigns, ...entry } = at.value;
      expect(hasSigns).toBe(true);
      await at.update({ ...entry, words: entry.words.map((words) => words.replace(' €', '')) });
    }
  });
}

test('signs and single letters are found', async () => {
  await store([
    { articleId: 'a', title: 'Fuel at 2 € a litre' },
    { articleId: 'b', title: 'Launch 🚀 today' },
  ]);
  expect(await titles('€ ')).toEqual(['Fuel at 2 € a litre']);
  expect(await titles('🚀 ')).toEqual(['Launch 🚀 today']);
  expect(await titles('a ')).toEqual(['Fuel at 2 € a litre']);
  await storeFiller('x', 600);
  await tidyAll();
  expect(await titles('€ ')).toEqual(['Fuel at 2 € a litre']);
  expect(await titles('🚀')).toEqual(['Launch 🚀 today']);
  expect(await titles('☃ ')).toEqual([]);
});

test('a sign that no article has needs no article to be looked at', async () => {
  await storeFiller('x', 600);
  await tidyAll();
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  const getAll = vi.spyOn(IDBIndex.prototype, 'getAll');
  expect(await titles('☃ ')).toEqual([]);
  const stores = get.mock.contexts.map((store) => (store as unknown as IDBObjectStore).name);
  expect(stores).not.toContain('articles');
  expect(getAll).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('scripts without spaces are searched by any part of a text', async () => {
  await store([
    { articleId: 'a', title: '東京で大きな地震がありました' },
    { articleId: 'b', title: 'ข่าวกรุงเทพวันนี้' },
  ]);
  for (const text of ['地', '地震', '大きな地震', 'た', '東京 地震']) {
    expect(await titles(text), text).toEqual(['東京で大きな地震がありました']);
  }
  expect(await titles('กรุงเทพ')).toEqual(['ข่าวกรุงเทพวันนี้']);
  expect(await titles('京都')).toEqual([]);
});

async function storedWords(): Promise<string> {
  return inReadTransaction(
    async (tx) => {
      const words = await tx.objectStore('searchWords').getAll();
      const log = await tx.objectStore('searchLog').getAll();
      return words.join('') + log.flatMap((entry) => entry.words).join('');
    },
    ['searchWords', 'searchLog'],
  );
}

const readIndex = () => inReadTransaction(readSearchIndex, ['searchIndex']);

test('retention takes what is old out of the index, and keeps what was saved', async () => {
  await store([
    { articleId: 'a', title: 'Ferry saved' },
    { articleId: 'b', title: 'Zeppelin' },
  ]);
  await storeFiller('x', 600);
  await setStorySaved('sa', true, NOW);
  await tidyAll();
  const later = NOW + 60 * DAY;
  await retain(later);
  await retain(later);
  expect(await storedWords()).toContain('zeppelin');
  expect(await tidyAll(later)).toBe(1);
  expect(await storedWords()).not.toMatch(/zeppelin|x599/);
  expect(await titles('ferry ')).toEqual(['Ferry saved']);
  expect((await readIndex()).parts).toEqual([]);
});

test('of a feed that was removed for good no word stays', async () => {
  await store([{ articleId: 'a', title: 'Zeppelin' }], 'Orbit Weekly');
  await storeFiller('x', 600);
  await tidyAll();
  await store([{ articleId: 'b', title: 'Dirigible' }], 'Orbit Weekly');
  await setFeedsRemoved([feedIds['Orbit Weekly'] ?? ''], NOW, NOW);
  await retain(NOW + HOUR);
  await tidyAll(NOW + HOUR);
  const words = await storedWords();
  expect(words).not.toMatch(/zeppelin|dirigible/);
  expect(words).toContain('x599');
  expect(await titles('x599 ')).toEqual(['x599']);
});

/** As an earlier version left it: articles, and no index of them. */
async function forgetIndex(): Promise<void> {
  await inWriteTransaction(async (tx) => {
    for (const name of ['searchLog', 'searchParts', 'searchWords'] as const) {
      await tx.objectStore(name).clear();
    }
    const missing = { before: Number.MAX_SAFE_INTEGER };
    await tx.objectStore('searchIndex').put({ parts: [], nextPart: 0, missing }, 'index');
  });
}

test('what was stored before there was an index is found before, between and after the steps', async () => {
  await store([{ articleId: 'old', title: 'Ferry sank', sortAt: NOW - 300 * DAY }]);
  await storeFiller('x', 1_200);
  await store([{ articleId: 'new', title: 'Ferry floats', sortAt: NOW - HOUR }]);
  await forgetIndex();
  expect(await titles('ferry ')).toEqual(['Ferry floats', 'Ferry sank']);
  await tidySearchIndex(NOW);
  expect((await readIndex()).missing).not.toBeNull();
  await store([{ articleId: 'next', title: 'Ferry docks' }]);
  expect(await titles('ferry ')).toEqual(['Ferry docks', 'Ferry floats', 'Ferry sank']);
  await tidyAll();
  expect((await readIndex()).missing).toBeNull();
  expect(await titles('ferry ')).toEqual(['Ferry docks', 'Ferry floats', 'Ferry sank']);
});

test('nothing is missed when the index is written anew while its results are read', async () => {
  await store(
    Array.from({ length: 60 }, (_, index) => ({
      ...{ articleId: `f${index}`, title: `Ferry number ${index}x`, sortAt: NOW - index * DAY },
    })),
  );
  await storeFiller('x', 500);
  const results = await openSearch(parseSearch('ferry ').query, NOW);
  const first = await results.next();
  expect(first.found.length).toBeLessThan(60);
  await store([{ articleId: 'next', title: 'A lighthouse' }]);
  expect(await tidyAll()).toBe(1);
  const ids = new Set(first.found.map(({ story }) => story.storyId));
  for (let isDone = false; !isDone; ) {
    const next = await results.next();
    for (const { story } of next.found) ids.add(story.storyId);
    isDone = next.isDone;
  }
  expect(ids.size).toBe(60);
});

test('many results come in handfuls, each newer than the next', async () => {
  await store(
    Array.from({ length: 150 }, (_, index) => ({
      ...{ articleId: `f${index}`, title: `Ferry number ${index}x` },
      sortAt: NOW - ((index * 37) % 150) * 25 * HOUR,
    })),
  );
  const results = await openSearch(parseSearch('ferry ').query, NOW);
  const first = await results.next();
  expect(first.isDone).toBe(false);
  expect(first.found.length).toBeGreaterThan(10);
  expect(first.found.length).toBeLessThan(100);
  const all = (await search('ferry ')).found.map(({ story }) => story.sortAt);
  expect(all).toHaveLength(150);
  expect(all).toEqual([...all].sort((a, b) => b - a));
});

test('no page waits while the index is written', async () => {
  let isRead = false;
  const writing = inWriteTransaction(
    async (tx) => {
      while (!isRead) await tx.objectStore('searchIndex').get('index');
    },
    ['searchIndex', 'searchLog', 'searchParts', 'searchWords'],
  );
  await readStories({ kind: 'latest' }, null);
  isRead = true;
  await writing;
});

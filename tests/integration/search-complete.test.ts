import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../src/domain/model';
import { inReadTransaction } from '../../src/storage/database';
import { DAY, HOUR, NOW } from '../support/make';
import { feedIds, followPublishers, search, store, storeFiller, tidyAll } from './search-store';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

beforeEach(followPublishers);

const WORDS = ['ferry', 'ferryman', 'storm', 'Łódź', '地震', '地', 'c++', 'a', 'fern', '€', '🚀'];
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
const asked = fc.tuple(
  fc.array(fc.constantFrom(...WORDS, 'fe', 'lodz'), { maxLength: 3 }),
  fc.constantFrom('', ' ', ' -storm ', ' publisher:orbit', ' is:unread', ' after:2d'),
);

test('finds what looking at every article finds', { timeout: 120_000 }, async () => {
  const drawn = fc.sample(fc.tuple(sentence, fc.nat(4 * 24), fc.boolean()), {
    numRuns: 60,
    seed: 7,
  });
  const articles = drawn.map(([list, hours, isOrbit], index) => ({
    ...{ articleId: `p${index}`, sortAt: NOW - hours * HOUR, isOrbit },
    title: `${list.join(' ')} q${index}q${'z'.repeat(index % 7)}`,
  }));
  await store(articles.filter(({ isOrbit }) => !isOrbit));
  await store(
    articles.filter(({ isOrbit }) => isOrbit),
    'Orbit Weekly',
  );
  await storeFiller('x', 520);
  await tidyAll();
  await fc.assert(
    fc.asyncProperty(asked, async ([list, rest]) => {
      const text = list.join(' ') + rest;
      const expected = await naive(text);
      const { found } = await search(text);
      expect(found.map(({ story }) => story.storyId).sort(), text).toEqual(expected);
    }),
    { numRuns: 60, seed: 7 },
  );
});

/** Story ids by the plainest reading of the query: split at spaces, compare word by word. */
async function naive(text: string): Promise<string[]> {
  const parts = text.split(' ').filter((part) => part !== '');
  const isTyping = /[\p{L}]$/u.test(text) && !text.includes(':');
  const filters = parts.filter((part) => part.includes(':'));
  const excluded = parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1));
  const wanted = parts.filter((part) => !part.includes(':') && !part.startsWith('-'));
  const fold = (part: string) => part.toLowerCase().replace('łódź', 'lodz');
  return inReadTransaction(async (tx) => {
    const articles = await tx.objectStore('articles').getAll();
    const has = ({ title }: Article, word: string, isPrefix: boolean) =>
      title
        .split(' ')
        .map(fold)
        .some((own) =>
          /地/.test(word) ? own.includes(word) : isPrefix ? own.startsWith(word) : own === word,
        );
    const meant = articles.filter(
      (article) =>
        wanted.every((word, index) =>
          has(article, fold(word), isTyping && index === wanted.length - 1),
        ) &&
        !excluded.some((word) => has(article, word, false)) &&
        (!filters.includes('publisher:orbit') || article.feedId === feedIds['Orbit Weekly']) &&
        (!filters.includes('after:2d') ||
          article.sortAt >= new Date(NOW - 2 * DAY).setHours(0, 0, 0, 0)),
    );
    return [...new Set(meant.map(({ storyId }) => storyId ?? ''))].sort();
  });
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../../src/domain/model';
import { clusterArticles } from '../../../src/domain/story/cluster';
import { NO_COUNTS, type ReaderCounts } from '../../../src/domain/story/reader-counts';
import { DAY, HOUR, makeArticle, NOW } from '../../support/make';

function cluster({ arrivals, recent = [] }: { arrivals: Article[]; recent?: Known[] }) {
  return clusterArticles({ arrivals, recent, counts: NO_COUNTS, now: NOW }).storyIds;
}

type Known = Article & { storyId: string };

const missiles = makeArticle();
const reworded = makeArticle({
  articleId: 'a2',
  feedId: 'f2',
  url: 'https://gazette.example/9',
  title: 'Rogozin: US shoots down Russian proposals on missile defense',
  arrivedAt: NOW + HOUR,
  sortAt: NOW + HOUR,
});

test('the same event at two publishers is one story, named after the first article', () => {
  const assigned = cluster({ arrivals: [reworded, missiles] });
  expect(assigned.get('a1')).toBe('sa1');
  expect(assigned.get('a2')).toBe('sa1');
});

test('an arrival joins the story of a stored headline', () => {
  const recent = [{ ...missiles, storyId: 'known' }];
  expect(cluster({ arrivals: [reworded], recent }).get('a2')).toBe('known');
});

test('different events stay apart, also when they share a few words', () => {
  const other = { ...reworded, title: 'Russian rocket carries a new crew to the space station' };
  expect(cluster({ arrivals: [missiles, other] }).get('a2')).toBe('sa2');
});

test('the same title in another feed of a publisher is the same story, however large that is', () => {
  const others = [1, 2, 3].map((n) => ({
    ...reworded,
    articleId: `b${n}`,
    url: `https://paper${n}.example/`,
    title: `Rogozin ${'again '.repeat(n)}on missile defense`,
  }));
  const again = { ...missiles, articleId: 'a3', feedId: 'f9', url: 'https://www.rt.example/3' };
  expect(cluster({ arrivals: [missiles, ...others, again] }).get('a3')).toBe('sa1');
});

test('headlines of two languages are two stories, though they share the names', () => {
  const german = {
    ...reworded,
    title: 'Rogozin: USA lehnen die russischen Vorschläge zur Raketenabwehr ab',
  };
  const english = { ...missiles, title: 'Rogozin: the USA reject the proposals of Russia' };
  const more = makeArticle({
    ...{ articleId: 'd1', feedId: 'f2', url: null },
    title: 'Der Kanzler ist in der Stadt und spricht',
  });
  expect(cluster({ arrivals: [english, german, more] }).get('a2')).toBe('sa2');
});

test('a headline of names alone is in the language of its feed', () => {
  const feed = ['Der Kanzler ist in der Stadt und spricht', 'Das ist nicht die Lösung'].map(
    (title, n) => makeArticle({ articleId: `d${n}`, feedId: 'f2', url: null, title }),
  );
  const names = { ...reworded, title: 'Rogozin, Lawrow, Medwedew' };
  const english = { ...missiles, title: 'Rogozin, Lawrow, Medwedew' };
  expect(cluster({ arrivals: [english, names, ...feed] }).get('a2')).toBe('sa2');
  expect(cluster({ arrivals: [english, names] }).get('a2')).toBe('sa1');
});

test('words common in all of the reader’s headlines do not make a story', () => {
  const titles = ['Quux zorble falls in Perth', 'Quux zorble sings Verdi arias'];
  const arrivals = titles.map((title, n) =>
    makeArticle({ articleId: `x${n}`, feedId: `f${n}`, url: null, title }),
  );
  const common = {
    at: NOW,
    headlines: new Map([['en', 9000]]),
    terms: new Map(['en:quux', 'en:zorbl', 'en:<zorb'].map((term) => [term, 8000])),
  };
  const storyOf = (counts: ReaderCounts) =>
    clusterArticles({ arrivals, recent: [], counts, now: NOW }).storyIds.get('x1');
  expect(storyOf(NO_COUNTS)).toBe('sx0');
  expect(storyOf(common)).toBe('sx1');
});

test('one publisher’s series is not one story for a single word', () => {
  const titles = ['Quux: falls in Perth', 'Quux: Verdi'];
  const arrivals = titles.map((title, n) => makeArticle({ articleId: `x${n}`, url: null, title }));
  expect(cluster({ arrivals }).get('x1')).toBe('sx1');
});

const words = fc.constantFrom(
  ...'quake hits Lima minister resigns fire on der Zug the 12 地震 срочно'.split(' '),
);
const headline = fc.record({
  title: fc.oneof(
    fc.array(words, { maxLength: 9 }).map((list) => list.join(' ')),
    fc.string(),
  ),
  feedId: fc.constantFrom('f1', 'f2', 'f3'),
  sortAt: fc.integer({ min: 0, max: 3 * DAY }).map((offset) => NOW - offset),
});

test('whatever comes: every arrival gets one story, no stored one moves, and again gives the same', () => {
  fc.assert(
    fc.property(fc.array(headline, { maxLength: 30 }), fc.nat(30), (headlines, known) => {
      const articles = headlines.map((change, n) =>
        makeArticle({ ...change, articleId: `a${n}`, url: null }),
      );
      const recent = articles.slice(0, known).map((article) => ({ ...article, storyId: 'old' }));
      const arrivals = articles.slice(known);
      const assigned = cluster({ arrivals, recent });
      expect([...assigned.keys()].sort()).toEqual(
        arrivals.map(({ articleId }) => articleId).sort(),
      );
      expect(cluster({ arrivals: [...arrivals].reverse(), recent })).toEqual(assigned);
    }),
  );
});

test('what was placed in two batches stays where the first one put it', () => {
  const late = { ...reworded, articleId: 'a9', feedId: 'f3', url: null };
  const first = cluster({ arrivals: [missiles, reworded] });
  const recent = [missiles, reworded].map((article) => ({
    ...article,
    storyId: first.get(article.articleId) ?? '',
  }));
  expect([...cluster({ arrivals: [late], recent })]).toEqual([['a9', 'sa1']]);
});

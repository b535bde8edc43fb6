import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterArticles } from '../../../src/domain/story/cluster';
import { DAY, HOUR, makeArticle, NOW } from '../../support/make';

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
  const assigned = clusterArticles({ arrivals: [reworded, missiles], recent: [] });
  expect(assigned.get('a1')).toBe('sa1');
  expect(assigned.get('a2')).toBe('sa1');
});

test('an arrival joins the story of a stored headline', () => {
  const recent = [{ ...missiles, storyId: 'known' }];
  expect(clusterArticles({ arrivals: [reworded], recent }).get('a2')).toBe('known');
});

test('different events stay apart, also when they share a few words', () => {
  const other = { ...reworded, title: 'Russian missile hits its target in a Pacific test' };
  expect(clusterArticles({ arrivals: [missiles, other], recent: [] }).get('a2')).toBe('sa2');
});

test('one feed repeating its own headline does not group with itself', () => {
  const again = { ...missiles, articleId: 'a3', url: 'https://rt.example/3' };
  expect(clusterArticles({ arrivals: [missiles, again], recent: [] }).get('a3')).toBe('sa3');
});

test('alike headlines more than a day apart are two stories', () => {
  const later = { ...reworded, arrivedAt: NOW + 2 * DAY, sortAt: NOW + 2 * DAY };
  expect(clusterArticles({ arrivals: [missiles, later], recent: [] }).get('a2')).toBe('sa2');
});

test('two feeds that carry one address carry one story', () => {
  const syndicated = {
    ...reworded,
    title: 'Another headline altogether',
    url: `${missiles.url}?utm_source=x`,
  };
  expect(clusterArticles({ arrivals: [missiles, syndicated], recent: [] }).get('a2')).toBe('sa1');
});

test('headlines without spaces between words group, too', () => {
  const nhk = makeArticle({ title: '米国がロシアのミサイル防衛提案を拒否 ロゴジン氏' });
  const asahi = { ...reworded, title: 'ロゴジン氏「米国がロシアのミサイル防衛提案を拒否」' };
  expect(clusterArticles({ arrivals: [nhk, asahi], recent: [] }).get('a2')).toBe('sa1');
});

test('the order in which arrivals are listed does not matter', () => {
  const titles = [
    'US rejects missile plan of Russia',
    'US rejects the Russia missile plan',
    'Rain in Spain tonight',
  ];
  const articles = titles.flatMap((title, t) =>
    [0, 1, 2].map((f) =>
      makeArticle({
        articleId: `a${t}${f}`,
        feedId: `f${f}`,
        url: null,
        title,
        sortAt: NOW + t * 7 + f,
      }),
    ),
  );
  const expected = clusterArticles({ arrivals: articles, recent: [] });
  const orders = fc.shuffledSubarray(articles, { minLength: articles.length });
  fc.assert(
    fc.property(orders, (arrivals) => {
      expect(clusterArticles({ arrivals, recent: [] })).toEqual(expected);
    }),
  );
});

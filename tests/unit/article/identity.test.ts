import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleIdOf, feedIdOf } from '../../../src/domain/article/identity';

const article = { feedId: 'f', guid: 'g', url: 'https://news.example/1', title: 'One' };

test('the guid decides, then the address, then the title', () => {
  const id = articleIdOf(article);
  expect(articleIdOf({ ...article, url: null, title: 'Two' })).toBe(id);
  expect(articleIdOf({ ...article, guid: 'h' })).not.toBe(id);
  const byUrl = articleIdOf({ ...article, guid: null });
  expect(
    articleIdOf({ ...article, guid: '', title: 'Two', url: 'http://news.example/1/?utm_source=x' }),
  ).toBe(byUrl);
  expect(articleIdOf({ ...article, guid: null, url: null })).not.toBe(byUrl);
});

test('feeds do not share articles', () => {
  expect(articleIdOf(article)).not.toBe(articleIdOf({ ...article, feedId: 'e' }));
});

test('keys are stable, short and plain', () => {
  expect(articleIdOf(article)).toBe('0qsrfvijr1m0wyidhniw4h');
  expect(feedIdOf('https://news.example/rss')).toBe(feedIdOf('http://news.example/rss/'));
});

test('different guids have different keys', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 50 }), (guids) => {
      const ids = guids.map((guid) => articleIdOf({ ...article, guid: `x${guid}` }));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]{22}$/);
    }),
  );
});

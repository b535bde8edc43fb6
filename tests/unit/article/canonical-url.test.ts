import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, safeUrl } from '../../../src/domain/article/canonical-url';

test.each([
  'http://News.Example/a/?utm_source=rss&id=1#top',
  'https://news.example:443/a?id=1&fbclid=x&gclid=y',
  'https://ann@news.example/a/index.html?id=1',
  'http://news.example:80/a?id=1&',
])('%s is the same article', (url) => {
  expect(canonicalUrl(url)).toBe('https://news.example/a?id=1');
});

test('what names the article stays as it is written', () => {
  const url = 'https://news.example/A/b.html?q=a+b&Q=%c3%a9&ref=1';
  expect(canonicalUrl(url)).toBe(url);
  expect(canonicalUrl('no address')).toBe('no address');
});

test('is canonical already the second time', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
    }),
    { numRuns: 30 },
  );
}, 20_000);

test.each([
  ['/a', 'https://news.example/a'],
  ['//other.example/a', 'https://other.example/a'],
  [' https://u:p@other.example/a b ', 'https://other.example/a%20b'],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['http://', null],
  ['', null],
  [null, null],
  [`/${'a'.repeat(2_048)}`, null],
])('safe: %j is %j', (url, expected) => {
  expect(safeUrl(url, 'https://news.example/feed')).toBe(expected);
});

test('a question mark of the query itself stays', () => {
  expect(canonicalUrl('http://e.example/a??')).toBe('https://e.example/a??');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, safeUrl } from '../../../src/domain/article/canonical-url';
import { isPlainAddress } from '../../../src/domain/article/plain-address';

const PARTS = [
  ...[
    'a',
    'b-c',
    'xn--p1ai',
    '127.0.0.1',
    '0x7f',
    '1',
    'news.example',
    'News',
    '_',
    '..',
    '.',
    '/',
    '//',
  ],
  ...[
    '%2e',
    '%2E',
    '%20',
    '%zz',
    ' ',
    '"',
    "'",
    '<',
    '|',
    '^',
    '\\',
    '`',
    '{',
    '[',
    ':80',
    ':',
    '@',
    'é',
  ],
  ...['?', '#', '&', '=', 'utm_source=x', 'id=1', 'index.html', '\t', ';', '+', ','],
];

const address = fc
  .tuple(fc.constantFrom('http', 'https'), fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }))
  .map(([scheme, parts]) => ({ scheme, rest: `://news.example${parts.join('')}` }));

const anyHost = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 8 })
  .map((parts) => ({ scheme: 'https', rest: `://${parts.join('')}` }));

test('what is called plain is what a parser gives back', () => {
  const check = ({ scheme, rest }: { scheme: string; rest: string }): void => {
    const url = `${scheme}${rest}`;
    if (isPlainAddress(url)) expect(new URL(url).href).toBe(url);
  };
  fc.assert(fc.property(address, check), { numRuns: 2_000 });
  fc.assert(fc.property(anyHost, check), { numRuns: 2_000 });
});

test('an address is the same however it was read', () => {
  fc.assert(
    fc.property(address, ({ scheme, rest }) => {
      // A scheme in capitals is not plain and means the same.
      const parsed = `${scheme.toUpperCase()}${rest}`;
      const url = `${scheme}${rest}`;
      expect(isPlainAddress(parsed)).toBe(false);
      expect(safeUrl(url, 'https://e.example')).toBe(safeUrl(parsed, 'https://e.example'));
      if (URL.canParse(url)) expect(canonicalUrl(url)).toBe(canonicalUrl(parsed));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  'https://news.example/',
  'http://www.news.co.uk/2026/01/05/a-story_(1)~x/index.html?id=1&utm_source=feed#top',
  'https://news.example//a?',
  'https://news.example/a#',
])('%s is plain', (url) => {
  expect(isPlainAddress(url)).toBe(true);
});

test.each([
  'https://news.example',
  'https://news.example:443/',
  'https://ann@news.example/',
  'https://News.example/',
  'https://xn--e1afmkfd.example/',
  'https://127.0.0.1/',
  'https://news.example/a/../b',
  'https://news.example/a/%2e%2E/b',
  'https://news.example/a b',
  'https://news.example/é',
  'ftp://news.example/',
  'javascript:https://news.example/',
  ' https://news.example/',
  'https://news.example/\n',
])('%j has to be parsed', (url) => {
  expect(isPlainAddress(url)).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeedAddress } from '../../../src/domain/discovery/feed-address';

test.each([
  ['rt.com', 'https://rt.com/'],
  ['  https://rt.com/rss/ \n', 'https://rt.com/rss/'],
  ['http://rt.com', 'http://rt.com/'],
  ['HTTPS://RT.com/RSS', 'https://rt.com/RSS'],
  ['feed:https://rt.com/rss', 'https://rt.com/rss'],
  ['feed://rt.com/rss', 'https://rt.com/rss'],
  ['//rt.com/rss', 'https://rt.com/rss'],
  ['localhost:8080/feed.xml', 'https://localhost:8080/feed.xml'],
  ['http://127.0.0.1:8080/feed.xml', 'http://127.0.0.1:8080/feed.xml'],
  ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ['rt.com:8443', 'https://rt.com:8443/'],
  ['https://ann:secret@rt.com/', 'https://rt.com/'],
  ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai/'],
])('%s', (input, expected) => {
  expect(parseFeedAddress(input)).toBe(expected);
});

test.each([
  '',
  ' ',
  'news',
  'two words.com',
  'javascript:alert(1)',
  'feed:javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/xml,<rss/>',
  'mailto:a@b.c',
  'https://',
  '.',
  'ftp://a.b/',
])('no address: %j', (input) => {
  expect(parseFeedAddress(input)).toBeNull();
});

test('any text gives an absolute http or https address or null', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), (input) => {
      const address = parseFeedAddress(input);
      if (address !== null) expect(new URL(address).protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 50 },
  );
}, 20_000);

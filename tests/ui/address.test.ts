import { expect, test } from 'vitest';
import { hostText, toAddress } from '../../src/ui/address';

test.each([
  ['rt.com', 'https://rt.com'],
  [' https://www.rt.com/rss/news/ ', 'https://www.rt.com/rss/news/'],
  ['HTTP://example.org/feed', 'HTTP://example.org/feed'],
  ['localhost:8080/feed', 'https://localhost:8080/feed'],
  ['http://127.0.0.1:8080/feed', 'http://127.0.0.1:8080/feed'],
  ['пример.рф', 'https://пример.рф'],
])('%s is an address', (typed, address) => {
  expect(toAddress(typed)).toBe(address);
});

test.each([
  '',
  '   ',
  'news',
  'two words',
  'ftp://example.org/',
  'javascript://alert.1',
  'https://',
])('"%s" is none', (typed) => {
  expect(toAddress(typed)).toBeNull();
});

test('hosts are shown as people say them', () => {
  expect(hostText('https://www.rt.com/rss/')).toBe('rt.com');
  expect(hostText('http://127.0.0.1:8080/a')).toBe('127.0.0.1:8080');
  expect(hostText('nonsense')).toBe('nonsense');
});

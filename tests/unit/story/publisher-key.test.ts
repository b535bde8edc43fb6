import { expect, test } from 'vitest';
import { publisherKey } from '../../../src/domain/story/publisher-key';

const key = (url: string | null) => publisherKey({ url, feedId: 'f1' });

test('feeds of one site are one publisher', () => {
  expect(key('https://www.bbc.co.uk/news/1')).toBe('bbc.co.uk');
  expect(key('https://sport.bbc.co.uk/2')).toBe('bbc.co.uk');
  expect(key('https://edition.cnn.com/a')).toBe('cnn.com');
  expect(key('https://www.abc.net.au/b')).toBe('abc.net.au');
  expect(key('https://cnn.com/')).toBe('cnn.com');
  expect(key('https://co.uk/')).toBe('co.uk');
});

test('where the site does not say who wrote it, the feed is the publisher', () => {
  expect(key(null)).toBe('f1');
  expect(key('not an address')).toBe('f1');
  expect(key('https://news.google.com/articles/x')).toBe('f1');
  expect(key('http://127.0.0.1:8080/1')).toBe('f1');
  expect(key('http://[::1]/1')).toBe('f1');
});

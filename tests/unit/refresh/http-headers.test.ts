import { expect, test } from 'vitest';
import { originPattern } from '../../../src/domain/refresh/origin';
import { retryAfter } from '../../../src/domain/refresh/retry-after';
import { conditionalHeaders, validatorsOf } from '../../../src/domain/refresh/validators';
import { HOUR, NOW } from '../../support/make';

test('validators travel back exactly as they came', () => {
  const headers = new Headers({ ETag: 'W/"x y"', 'Last-Modified': 'yesterday, roughly' });
  expect(conditionalHeaders(validatorsOf(headers))).toEqual({
    'If-None-Match': 'W/"x y"',
    'If-Modified-Since': 'yesterday, roughly',
  });
  expect(validatorsOf(new Headers())).toBeNull();
  expect(conditionalHeaders(null)).toEqual({});
});

test('Retry-After in seconds and as a date', () => {
  expect(retryAfter('3600', NOW)).toBe(NOW + HOUR);
  expect(retryAfter('Mon, 21 Nov 2011 11:57:00 GMT', NOW)).toBe(NOW + HOUR);
  expect(retryAfter('soon', NOW)).toBeNull();
  expect(retryAfter(null, NOW)).toBeNull();
});

test('access is asked for one site, both schemes, without port', () => {
  expect(originPattern('https://www.rt.com/rss/news/?x=1')).toBe('*://www.rt.com/*');
  expect(originPattern('http://127.0.0.1:8080/feed')).toBe('*://127.0.0.1/*');
  expect(originPattern('file:///etc/passwd')).toBeNull();
  expect(originPattern('rt.com')).toBeNull();
});

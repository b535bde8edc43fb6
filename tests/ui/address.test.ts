import { expect, test } from 'vitest';
import { addressText, hostText } from '../../src/ui/address';

test('hosts are shown as people say them', () => {
  expect(hostText('https://www.rt.com/rss/')).toBe('rt.com');
  expect(hostText('http://127.0.0.1:8080/a')).toBe('127.0.0.1:8080');
  expect(hostText('nonsense')).toBe('nonsense');
});

test('addresses are shown without what they have in common', () => {
  expect(addressText('https://www.rt.com/')).toBe('rt.com');
  expect(addressText('https://www.rt.com/rss/?a=1')).toBe('rt.com/rss/?a=1');
  expect(addressText('nonsense')).toBe('nonsense');
});

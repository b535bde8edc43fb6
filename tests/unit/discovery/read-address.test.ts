import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress } from '../../../src/domain/discovery/read-address';

const reading = (input: string) => {
  const read = readAddress(input);
  return read.ok ? read.value : read.error;
};

test.each([
  ['example.org', 'https://example.org/'],
  ['  example.org \n', 'https://example.org/'],
  ['feed:https://example.org/f', 'https://example.org/f'],
  ['feed://example.org/f', 'https://example.org/f'],
  ['feed:example.org/f', 'https://example.org/f'],
  ['view-source:https://example.org/f', 'https://example.org/f'],
  ['<https://example.org/f>', 'https://example.org/f'],
  ['“example.org”', 'https://example.org/'],
  ['\u200bexample.org\u200e', 'https://example.org/'],
  ['Read https://example.org/f, it is good.', 'https://example.org/f'],
  ['The feed\nhttps://example.org/f', 'https://example.org/f'],
  ['пример.рф/новости', 'https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'],
  ['例え。テスト', 'https://xn--r8jz45g.xn--zckzah/'],
  ['@ann@social.example', 'https://social.example/@ann'],
  ['acct:@ann@social.example', 'https://social.example/@ann'],
  ['localhost:8080/feed', 'https://localhost:8080/feed'],
  ['https://ann:secret@example.org/', 'https://example.org/'],
])('%j is an address', (input, address) => {
  expect(reading(input)).toBe(address);
});

test.each([
  ['', 'empty'],
  [' \u200b\n', 'empty'],
  ['ann@example.org', 'e-mail'],
  ['mailto:ann@example.org', 'e-mail'],
  ['world news', 'words'],
  ['news', 'words'],
  ['example . org', 'words'],
  ['https://a.example and https://b.example', 'words'],
  ['javascript:alert(1)', 'scheme'],
  ['ftp://example.org/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['feed:javascript:alert(1)', 'malformed'],
  ['https://', 'malformed'],
  ['http://[', 'malformed'],
  ['.', 'malformed'],
])('%j is none: %s', (input, problem) => {
  expect(reading(input)).toBe(problem);
});

test('whatever is typed gives a problem or an address that reads as itself', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.emailAddress());
  fc.assert(
    fc.property(text, fc.constantFrom('', '<', ' ', '\u200b', 'feed:'), (input, before) => {
      const read = readAddress(before + input);
      if (!read.ok) return;
      expect(new URL(read.value).protocol).toMatch(/^https?:$/);
      expect(readAddress(read.value)).toEqual(read);
    }),
    { numRuns: 300 },
  );
}, 20_000);

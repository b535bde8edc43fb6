import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/domain/article/plain-text';

test.each([
  ['Hello <b>bold</b> world', 'Hello bold world'],
  ['one<br>two<p>three</p>four', 'one two three four'],
  ['  a \n\t b\u00a0c ', 'a b c'],
  ['<img src=x onerror=alert(1)>Hi', 'Hi'],
  ['<script>alert("<b>")</script>Hi<style>b{}</style>', 'Hi'],
  ['<svg onload=alert(1)>Hi', 'Hi'],
  ['<!-- no -->Hi<!-- never closed', 'Hi'],
  ['a &amp; b', 'a & b'],
  ['a &amp;amp; b', 'a & b'],
  ['&lt;b&gt;x&lt;/b&gt;', 'x'],
  ['It&#8217;s &eacute;t&#xe9; &laquo;x&raquo; &#146;', 'It’s été «x» ’'],
  ['A&nbsp;B&hellip;', 'A B…'],
  ['&unknown; &#0; &#xd800;', '&unknown;'],
  ['AT&T <3 you', 'AT&T <3 you'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['C++ <T>', 'C++ <T>'],
  ['List<String> in Java', 'List<String> in Java'],
  ['<custom-element>x</custom-element>', 'x'],
  ['<![CDATA[Hi]]>', 'Hi'],
  ['a\u202eb\u0000c\u2066d\ufeff', 'abcd'],
  ['half \ud83d pair', 'half pair'],
  ['👩‍👩‍👧 می‌خواهم', '👩‍👩‍👧 می‌خواهم'],
])('%j is %j', (html, text) => {
  expect(toPlainText(html, 300)).toBe(text);
});

test('cuts at a word', () => {
  expect(toPlainText('The quick brown fox jumps', 18)).toBe('The quick brown…');
});

test('cuts within scripts without spaces, but never within a character', () => {
  expect(toPlainText('東京で大きな地震', 5)).toBe('東京で大…');
  expect(toPlainText('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 12)).toBe('👩‍👩‍👧…');
});

test('is never longer than asked and never holds control characters', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<b>', '&amp;', '&lt;', '</b>', '\u202e', '\0'),
  );
  fc.assert(
    fc.property(fc.array(part), fc.integer({ min: 1, max: 40 }), (parts, maxLength) => {
      const text = toPlainText(parts.join(''), maxLength);
      expect(text.length).toBeLessThanOrEqual(maxLength);
      expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      expect(text).toBe(text.trim());
    }),
  );
});

test.each([
  ['&CounterClockwiseContourIntegral; &NotEqualTilde; &NBSP;x', '∳ ≂̸ x'],
  ['&copy 2026, a&nbsp b', '© 2026, a b'],
  ['/?a=1&copy=2&notin 3&T', '/?a=1&copy=2&notin 3&T'],
])('names of characters: %s', (html, expected) => {
  expect(toPlainText(html, 300)).toBe(expected);
});

test('a long text gives the same as its beginning', () => {
  const long = '<p>Words &amp; <b>more</b> words.</p>'.repeat(2_000);
  expect(toPlainText(long, 200)).toBe(toPlainText(long.slice(0, 3_000), 200));
});

test('markup that hides most of a text does not hide its rest', () => {
  const text = `${'<a href="https://e.example/a/long/address">'.repeat(40)}${'&#x200b;'.repeat(200)}Late text`;
  expect(toPlainText(text, 100)).toBe('Late text');
});

test('line breaks of all kinds and what cannot be seen leave single spaces', () => {
  expect(toPlainText('a\u0085b \u200b c\r\n\t d\u0000\u202ee', 100)).toBe('a b c de');
});

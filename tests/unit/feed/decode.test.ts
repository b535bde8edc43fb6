import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFeed } from '../../../src/domain/feed/decode';

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const bytes = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat());
const wide = (text: string, isBig: boolean): number[] =>
  Array.from({ length: text.length }, (_, index) => index).flatMap((index) => {
    const code = text.charCodeAt(index);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });

const MOSCOW_1251 = [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0];

test('a byte order mark wins over every label and is not part of the text', () => {
  const document = bytes([0xef, 0xbb, 0xbf], utf8('<a>é</a>'));
  expect(decodeFeed(document, 'text/xml; charset=windows-1251')).toBe('<a>é</a>');
});

test('the HTTP charset wins over the XML declaration', () => {
  const document = bytes(ascii('<?xml version="1.0" encoding="koi8-r"?>'), MOSCOW_1251);
  expect(decodeFeed(document, 'text/xml; charset="windows-1251"')).toContain('Москва');
});

test.each(['windows-1251', 'cp1251', 'WINDOWS-1251'])('the declaration names %s', (label) => {
  const document = bytes(ascii(`<?xml version='1.0' encoding = '${label}'?>`), MOSCOW_1251);
  expect(decodeFeed(document, 'text/xml')).toContain('Москва');
});

test('an unknown charset is passed over', () => {
  const document = bytes(ascii('<?xml version="1.0" encoding="windows-1251"?>'), MOSCOW_1251);
  expect(decodeFeed(document, 'text/xml; charset=none')).toContain('Москва');
});

test('UTF-8 under a false legacy label is read as UTF-8', () => {
  expect(decodeFeed(bytes(utf8('Москва')), 'text/xml; charset=iso-8859-1')).toBe('Москва');
});

test('a legacy encoding under the label UTF-8 gets its other label', () => {
  const document = bytes(ascii('<?xml version="1.0" encoding="windows-1251"?>'), MOSCOW_1251);
  expect(decodeFeed(document, 'text/xml; charset=utf-8')).toContain('Москва');
});

test('one broken character does not spoil UTF-8', () => {
  expect(decodeFeed(bytes(utf8('Москва '), [0xd0]), null)).toBe('Москва \ufffd');
});

test('a short text in GBK that happens to be valid UTF-8 keeps its label', () => {
  expect(decodeFeed(bytes([0xc1, 0xaa, 0xcd, 0xa8]), 'text/xml; charset=gbk')).toBe('联通');
});

test('ISO-2022-JP is ASCII to the eye and keeps its label', () => {
  const document = bytes([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);
  expect(decodeFeed(document, 'text/xml; charset=iso-2022-jp')).toBe('日本');
});

test.each([true, false])('UTF-16 with and without a mark, big end first: %s', (isBig) => {
  const text = '<?xml version="1.0" encoding="utf-16"?><a>日本 😀</a>';
  expect(decodeFeed(bytes(wide(text, isBig)), null)).toBe(text);
  expect(decodeFeed(bytes(wide(`\ufeff${text}`, isBig)), 'text/xml; charset=utf-8')).toBe(text);
});

test('a declaration of UTF-16 in a document of single bytes is wrong', () => {
  const text = '<?xml version="1.0" encoding="utf-16"?><a>é</a>';
  expect(decodeFeed(bytes(utf8(text)), null)).toBe(text);
});

test('UTF-8 comes back whole whatever is said about it', () => {
  const labels = fc.constantFrom(
    null,
    'text/xml',
    'text/xml; charset=utf-8',
    'a; charset=x-unknown',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), labels, (text, label) => {
      expect(decodeFeed(new TextEncoder().encode(`<a>${text}`), label)).toBe(`<a>${text}`);
    }),
  );
});

test('any bytes under any label give a text', () => {
  const labels = fc.string().map((label) => `text/xml; charset=${label}`);
  fc.assert(
    fc.property(fc.uint8Array(), labels, (document, label) => {
      expect(typeof decodeFeed(document, label)).toBe('string');
    }),
  );
});

test.each([true, false])('UTF-32 with and without a mark, little end first: %s', (isLittle) => {
  const text = '<a>日本 😀</a>';
  const encoded = (document: string): Uint8Array => {
    const signs = [...document];
    const view = new DataView(new ArrayBuffer(signs.length * 4));
    for (const [index, sign] of signs.entries())
      view.setUint32(index * 4, sign.codePointAt(0) ?? 0, isLittle);
    return new Uint8Array(view.buffer);
  };
  expect(decodeFeed(encoded(text), null)).toBe(text);
  expect(decodeFeed(encoded(`\ufeff${text}`), 'text/xml; charset=utf-8')).toBe(text);
});

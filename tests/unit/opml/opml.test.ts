import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOpml } from '../../../src/domain/opml/decode';
import { parseOpml } from '../../../src/domain/opml/parse';
import { serializeOpml } from '../../../src/domain/opml/serialize';

test('reads folders, each address once, and lists what cannot be used', () => {
  const text = `<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
    <outline text="World"><outline text="RT &amp; more" xmlUrl="https://rt.com/rss/" htmlUrl="https://rt.com"/>
      <outline text="Deep"><outline title="B" type="rss" xmlUrl="feed://b.example/f"/></outline></outline>
    <outline text="Again" xmlUrl="http://rt.com/rss"/><outline text="Bad" xmlUrl="javascript:alert(1)"/>
    <outline text="Note"/></body></opml>`;
  expect(parseOpml(text)).toEqual({
    ok: true,
    value: {
      candidates: [
        { feedUrl: 'https://rt.com/rss/', title: 'RT & more', siteUrl: 'https://rt.com/' },
        { feedUrl: 'https://b.example/f', title: 'B', siteUrl: null },
      ],
      refused: [{ title: 'Bad', address: 'javascript:alert(1)' }],
    },
  });
});

test.each(['', 'words', '<html><body/></html>', '<rss version="2.0"><channel/></rss>'])(
  'not OPML: %s',
  (text) => {
    expect(parseOpml(text)).toEqual({ ok: false, error: 'not-opml' });
  },
);

test('an empty list is a list', () => {
  expect(parseOpml('<opml version="2.0"><head/><body></body></opml>')).toEqual({
    ok: true,
    value: { candidates: [], refused: [] },
  });
});

test('what is written is read back', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((title) => title.replace(/[\p{C}\s&]+/gu, ' ').trim())
    .filter((title) => title !== '' && !/&\S+;|<\//.test(title));
  const url = fc.webUrl({ withQueryParameters: true }).map((address) => new URL(address).href);
  const feed = fc.record({ title: text, feedUrl: url, siteUrl: fc.option(url) });
  fc.assert(
    fc.property(
      fc.uniqueArray(feed, {
        maxLength: 8,
        selector: ({ feedUrl }) => new URL(feedUrl).host,
      }),
      (feeds) => {
        const reading = parseOpml(serializeOpml({ feeds, now: 0 }));
        expect(reading).toEqual({ ok: true, value: { candidates: feeds, refused: [] } });
      },
    ),
    { numRuns: 40 },
  );
}, 20_000);

test('signs of markup are escaped and control characters left out', () => {
  const feeds = [
    { title: 'a"<&>\u0001\n\ud800b', feedUrl: 'https://e.example/?a=1&b=2', siteUrl: null },
  ];
  const text = serializeOpml({ feeds, now: 0 });
  expect(text).toContain('text="a&quot;&lt;&amp;&gt;&#10;b"');
  expect(text).toContain('xmlUrl="https://e.example/?a=1&amp;b=2"');
  expect(text).toContain('<dateCreated>Thu, 01 Jan 1970 00:00:00 GMT</dateCreated>');
});

test('a list in a legacy encoding or UTF-16 is read by its declaration or mark', () => {
  const list = '<opml><body><outline text="?" xmlUrl="https://e.example/"/></body></opml>';
  const titleOf = (bytes: number[]): string | null | undefined => {
    const reading = parseOpml(decodeOpml(Uint8Array.from(bytes)));
    return reading.ok ? reading.value.candidates[0]?.title : undefined;
  };
  const codes = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
  const legacy = codes(`<?xml version="1.0" encoding="windows-1251"?>${list}`);
  expect(
    titleOf(legacy.map((code, index) => (index === legacy.lastIndexOf(63) ? 0xcc : code))),
  ).toBe('М');
  const wide = codes(`\ufeff${list.replace('?', 'М')}`);
  expect(titleOf(wide.flatMap((code) => [code & 255, code >> 8]))).toBe('М');
});

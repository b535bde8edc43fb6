import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeFeed } from '../../../src/domain/article/normalize';
import { pageFeeds } from '../../../src/domain/discovery/page-feeds';
import { readPageHead } from '../../../src/domain/discovery/page-head';
import { parseFeed } from '../../../src/domain/feed/parse';
import { parseOpml } from '../../../src/domain/opml/parse';

/** Quadratic time on so much is many minutes, linear time a fraction of a second. */
const LENGTH = 1_000_000;
const LIMIT_MS = 10_000;

const HEAD = '<rss version="2.0"><channel><title>T</title><item><title>One</title></item>';
const JSON_HEAD = '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":';

const fill = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length));

function work(text: string): void {
  const result = parseFeed(text);
  if (!result.ok) return;
  const [feedUrl, feedId] = ['https://e.example/', 'f'];
  normalizeFeed({ parsed: result.value, feedId, feedUrl, now: 0, isBacklog: false });
}

const IN_FEED = [
  '<a>',
  '<',
  '<a"',
  '<a b="',
  '<a b="x><a b=\'y>',
  '<a b ',
  '<![CDATA[x',
  '<!--',
  '<?',
  '<!X [ ] x>',
  '</item>',
  '</x',
  '</x>',
  '&',
  '&a',
  '&#x',
  '<item   ',
  '<item>',
  '<category>a</category>',
  ']]>',
];
const IN_TITLE = [
  '&lt;script&gt;',
  '&lt;!--',
  '&lt;a ',
  '&lt;svg&gt;',
  '&amp;amp;',
  '&lt;',
  '\u0301',
  '\u202e',
  ' ',
  '<b>',
];

test.each(IN_FEED)(
  'takes linear time on %s again and again',
  (text) => work(HEAD + fill(text)),
  LIMIT_MS,
);

test.each(IN_TITLE)(
  'takes linear time on titles of %j',
  (text) => {
    work(
      `${HEAD}<item><title>${fill(text)}</title><author>${fill(text)}</author></item></channel></rss>`,
    );
  },
  LIMIT_MS,
);

test(
  'takes linear time on many titles with unclosed elements',
  () => {
    const item = `<item><title>${'&lt;svg&gt;'.repeat(8_000)}</title></item>`;
    work(HEAD + fill(item));
  },
  LIMIT_MS,
);

test.each(['[', '{"a":', '"\\', '{"id":"1"},'])(
  'takes linear time on JSON of %j',
  (text) => {
    work(JSON_HEAD + fill(text));
  },
  LIMIT_MS,
);

test(
  'names, persons and tables of contents without end',
  () => {
    const names = Array.from({ length: 300_000 }, (_, index) => `<n${index} a${index}="1"/>`);
    work(HEAD + names.join(''));
    work(`${HEAD}<item><title>x</title>${fill('<author>((((a b@c.d</author>')}`);
    work(
      `<rdf:RDF><channel><items>${fill('<rdf:li rdf:resource="x"/>')}</items></channel></rdf:RDF>`,
    );
  },
  LIMIT_MS,
);

test.each([
  '<link rel=alternate type=application/rss+xml href=x>',
  '<',
  '<script>',
  '<base href="/a">',
  '<link a="',
])(
  'discovery takes linear time on %s',
  (text) => {
    expect(pageFeeds(readPageHead(fill(text), 'https://e.example/')).length).toBeLessThan(2);
  },
  LIMIT_MS,
);

test(
  'OPML nested without end',
  () => {
    expect(parseOpml(`<opml><body>${fill('<outline text="x">')}`).ok).toBe(true);
  },
  LIMIT_MS,
);

test('nothing reaches the prototype of objects', () => {
  const pollution = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
  work(`${pollution}${JSON_HEAD.slice(1)}[${pollution}"id":"1"}]}`);
  work(`${HEAD}<__proto__ polluted="1"><polluted>1</polluted></__proto__></channel></rss>`);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('any arrangement of pieces gives a feed or an error', () => {
  const piece = fc.constantFrom(
    '<rss version="2.0">',
    '<channel>',
    '</channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '<link href="',
    '">',
    '&lt;',
    '&',
    '<',
    '>',
    '"',
    'text',
    ' ',
    '<?xml',
    '?>',
    '<!DOCTYPE r [',
    '</',
    '<a:b ',
    '{"version":',
    '[',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => work(pieces.join(''))),
    { numRuns: 2_000 },
  );
});

test.each([
  ['deep nesting', `<rss version="2.0"><channel><title>T</title>${'<a>'.repeat(100_000)}`],
  ['deep nesting, closed', `<rss><channel>${'<a>'.repeat(100_000)}</channel></rss>`],
  ['an early end', '<rss version="2.0"><channel><title>The Harb'],
])('a feed without any whole item because of %s is malformed, not empty', (_, text) => {
  expect(parseFeed(text)).toEqual({ ok: false, error: { kind: 'malformed' } });
});

test('a feed that has no items yet is no error', () => {
  const parsed = parseFeed('<rss version="2.0"><channel><title>New</title></channel></rss>');
  expect(parsed.ok && parsed.value.items).toEqual([]);
});

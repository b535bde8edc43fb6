import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendXml } from '../../../src/domain/feed/mend-xml';
import { parseFeed } from '../../../src/domain/feed/parse';

const RULES = {
  roots: new Set(['rss', 'feed', 'rdf']),
  items: new Set(['item', 'entry']),
  maxItems: 100,
  maxElements: 500,
  isForSummaries: true,
};

const mend = (text: string): string => mendXml(text, RULES).text;

test('a well-formed document is kept letter by letter', () => {
  const text =
    '<rss version="2.0">\n<channel>\n <item>\n  <title><![CDATA[a & <b>]]></title><link>/x?a&amp;b</link>\n' +
    ' <guid isPermaLink="false">&#60;1</guid><x:y a=\'1\' b="2" /></item>\n</channel></rss>';
  expect(mend(`<?xml version="1.0"?><!-- x -->${text}\n<!-- end -->`)).toBe(text);
});

const NAMES = [
  ...[
    'title',
    'link',
    'description',
    'author',
    'category',
    'guid',
    'pubDate',
    'summary',
    'content',
  ],
  ...[
    'dc:creator',
    'dc:subject',
    'content:encoded',
    'media:title',
    'media:keywords',
    'itunes:author',
  ],
  ...['media:group', 'updated', 'published', 'id', 'name', 'other', 'comments', 'itunes:summary'],
];
const ROOTS = [
  ['<rss version="2.0" NS><channel>', '</channel></rss>', 'item'],
  ['<channel NS>', '</channel>', 'item'],
  ['<rss NS><channel/>', '</rss>', 'item'],
  ['<feed xmlns="http://www.w3.org/2005/Atom" NS>', '</feed>', 'entry'],
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" NS>',
    '</rdf:RDF>',
    'item',
  ],
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" NS><channel>',
    '</channel></rdf:RDF>',
    'item',
  ],
] as const;
const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const section = (text: string): string => `<![CDATA[${text}]]>`;
const content = fc
  .array(
    fc.constantFrom(
      '&',
      'amp;',
      '&amp;',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '<',
      '>',
      'a',
      ' ',
      ';',
      "'",
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
const element = fc.record({
  name: fc.constantFrom(...NAMES),
  content,
  within: fc.option(fc.constantFrom(...NAMES)),
});

test('a CDATA section means what the same text means escaped', () => {
  const feed = fc.record({
    root: fc.constantFrom(...ROOTS),
    items: fc.array(fc.array(element, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(feed, ({ root: [head, tail, item], items }) => {
      const write = (form: (text: string) => string): string =>
        head.replace('NS', NAMESPACES) +
        items
          .map((elements) => {
            const written = elements.map(({ name, content, within }) => {
              const inner = `<${name}>${form(content)}</${name}>`;
              return within === null ? inner : `<${within}>${inner}</${within}>`;
            });
            return `<${item}>${written.join('')}</${item}>`;
          })
          .join('') +
        tail;
      const [sections, escaped] = [write(section), write(escapeText)].map(parseFeed);
      // Elements in elements are markup of a text, where both forms are left to the reader of HTML.
      if (items.flat().every(({ within }) => within === null || within === 'media:group'))
        expect(sections).toEqual(escaped);
      expect(sections?.ok).toBe(escaped?.ok);
    }),
    { numRuns: 500 },
  );
});

test('mending twice is mending once', () => {
  const piece = fc.constantFrom(
    ...[
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<a b="c">',
      '<a b=c>',
      '</a>',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      '<',
      '>',
      'text',
      ' ',
      '<!--',
      '-->',
      '<items>',
      '</items>',
    ],
    ...['<author>', '</author>', '<br/>', '<constructor>', "<a b='\"&amp;'>"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const once = mend(`<rss><channel>${pieces.join('')}`);
      expect(mend(once)).toBe(once);
    }),
    { numRuns: 1_500 },
  );
});

import { expect, test } from 'vitest';
import { MAX_ITEMS, parseFeed } from '../../../src/domain/feed/parse';
import type { ParsedFeed } from '../../../src/domain/model';

function read(text: string): ParsedFeed {
  const result = parseFeed(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const rss = (items: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>News</title>` +
  `<link>https://news.example/</link>${items}</channel></rss>`;

test('RSS 2.0', () => {
  const feed = read(
    rss(
      `<ttl>30</ttl><item><title>Fish &amp; chips</title><link>https://news.example/1</link>
       <guid isPermaLink="false">g1</guid><description>&lt;p&gt;Text&lt;/p&gt;</description>
       <author>ann@news.example (Ann Lee)</author><category>Food</category><category>Sea</category>
       <comments>https://news.example/1/c</comments><pubDate>Mon, 09 Feb 2026 10:15:30 GMT</pubDate>
       <media:content url="https://news.example/1.jpg" medium="image"/>
       <atom:updated>2026-02-09T11:00:00Z</atom:updated></item>`,
      'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
  );
  expect(feed).toEqual({
    format: 'rss',
    title: 'News',
    siteUrl: 'https://news.example/',
    intervalMs: 30 * 60_000,
    skip: null,
    items: [
      {
        guid: 'g1',
        url: 'https://news.example/1',
        title: 'Fish & chips',
        summary: '<p>Text</p>',
        author: 'Ann Lee',
        tags: ['Food', 'Sea'],
        imageUrl: 'https://news.example/1.jpg',
        commentsUrl: 'https://news.example/1/c',
        published: 'Mon, 09 Feb 2026 10:15:30 GMT',
        updated: '2026-02-09T11:00:00Z',
      },
    ],
  });
});

test('Atom 1.0, with bases, a prefix and an author of the feed', () => {
  const feed = read(
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/">
     <a:title type="html">&lt;b&gt;News&lt;/b&gt;</a:title><a:author><a:name>Ann</a:name></a:author>
     <a:link href="/"/><a:entry xml:base="b/"><a:id>urn:1</a:id><a:title>x</a:title>
     <a:link rel="enclosure" type="image/png" href="p.png"/><a:link href="1"/>
     <a:category term="t" label="Tea"/><a:updated>2026-02-09T11:00:00Z</a:updated></a:entry></a:feed>`,
  );
  expect(feed).toMatchObject({ format: 'atom', siteUrl: 'https://news.example/' });
  expect(feed.items[0]).toMatchObject({
    guid: 'urn:1',
    url: 'https://news.example/a/b/1',
    imageUrl: 'https://news.example/a/b/p.png',
    author: 'Ann',
    tags: ['Tea'],
    published: null,
    updated: '2026-02-09T11:00:00Z',
  });
});

test('RDF keeps items that its table of contents leaves out', () => {
  const feed = read(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
     <channel><title>News</title><link>https://news.example/</link><sy:updatePeriod>hourly</sy:updatePeriod>
     <sy:updateFrequency>2</sy:updateFrequency>
     <items><rdf:Seq><rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items></channel>
     <item rdf:about="https://news.example/1"><title>One</title><dc:date>2026-02-09</dc:date></item>
     <item rdf:about="https://news.example/2"><title>Two</title><dc:creator>Ann</dc:creator></item></rdf:RDF>`,
  );
  expect(feed).toMatchObject({ format: 'rdf', intervalMs: 30 * 60_000 });
  expect(feed.items.map(({ title, url }) => [title, url])).toEqual([
    ['One', 'https://news.example/1'],
    ['Two', 'https://news.example/2'],
  ]);
});

test('JSON Feed', () => {
  const feed = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      items: [{ id: 1, title: 'a < b', url: '/1', tags: ['t'], constructor: 1 }, 'no item'],
    }),
  );
  expect(feed).toMatchObject({ format: 'json', title: 'News' });
  expect(feed.items).toMatchObject([{ guid: '1', title: 'a &lt; b', url: '/1', tags: ['t'] }]);
});

test.each([
  ['', { kind: 'not-a-feed', found: 'empty' }],
  [' \n\ufeff\0', { kind: 'not-a-feed', found: 'empty' }],
  ['<!DOCTYPE html><p>Hi', { kind: 'not-a-feed', found: 'html' }],
  ['<html><body><rss version="2.0"></body></html>', { kind: 'not-a-feed', found: 'html' }],
  ['<soap:Envelope><soap:Body/></soap:Envelope>', { kind: 'not-a-feed', found: 'other' }],
  ['just words', { kind: 'not-a-feed', found: 'other' }],
  ['{"error":"no"}', { kind: 'not-a-feed', found: 'other' }],
  ['{"version":', { kind: 'malformed' }],
])('no feed: %j', (text, error) => {
  expect(parseFeed(text)).toEqual({ ok: false, error });
});

const titles = (text: string): (string | null)[] => read(text).items.map(({ title }) => title);

test.each([
  [
    'junk before',
    `Warning: <br /> in <b>x.php</b>\n${rss('<item><title>One</title></item>')}`,
    ['One'],
  ],
  ['no end of an item', rss('<item><title>One</title><item><title>Two</title>'), ['One', 'Two']],
  [
    'no end of an element',
    rss('<item><title>One<link>x</link></title></item>'),
    ['One<link>x</link>'],
  ],
  ['wrong ends', rss('<item></b><title>One</title></link></item>'), ['One']],
  ['capitals', rss('<ITEM><TITLE>One</TITLE></ITEM>'), ['One']],
  ['stray signs', rss('<item><title>AT&T <3 a < b &c</title></item>'), ['AT&T <3 a < b &c']],
  [
    'an unclosed section',
    rss('<item><title><![CDATA[One</title></item><item><title><![CDATA[Two]]></title></item>'),
    ['One', 'Two'],
  ],
  [
    'prototype names',
    rss('<__proto__><a/></__proto__><constructor/><item toString="1"><title>One</title></item>'),
    ['One'],
  ],
  [
    'an entity bomb',
    `<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${rss('<item><title>&b;</title></item>')}`,
    ['&b;'],
  ],
  [
    'unquoted attributes',
    rss('<item><title>One</title><guid isPermaLink=false>g</guid></item>'),
    ['One'],
  ],
  [
    'a forgotten quote',
    rss(
      '<item><title>One</title><enclosure url="x></enclosure></item><item><title a="b">Two</title></item>',
    ),
    ['One', 'Two'],
  ],
  ['a channel alone', '<channel><item><title>One</title></item></channel>', ['One']],
])('broken: %s', (_, text, expected) => {
  expect(titles(text)).toEqual(expected);
});

test('a truncated document gives its whole items', () => {
  const items = [1, 2, 3].map(
    (id) => `<item><title>${id}</title><link>https://e.example/${id}</link></item>`,
  );
  const whole = rss(items.join(''));
  for (let length = whole.indexOf('</item>') + 7; length < whole.length; length += 1) {
    const cut = whole.slice(0, length);
    expect(titles(cut)).toHaveLength(cut.split('</item>').length - 1);
  }
});

test('a document that breaks off in its first item holds none', () => {
  const item = '<item><title>One and more</title><link>https://e.example/1</link></item>';
  const whole = rss(item);
  const end = whole.indexOf('</item>') + '</item>'.length - 1;
  for (let length = whole.indexOf('<item>'); length < end; length += 1) {
    expect(parseFeed(whole.slice(0, length))).toEqual({ ok: false, error: { kind: 'malformed' } });
  }
});

test('a truncated JSON Feed gives its whole items', () => {
  const whole =
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a]}"},{"id":"2","ti';
  expect(titles(whole)).toEqual(['a]}']);
});

test(`keeps ${MAX_ITEMS} items`, () => {
  expect(read(rss('<item><title>x</title></item>'.repeat(MAX_ITEMS + 5))).items).toHaveLength(
    MAX_ITEMS,
  );
});

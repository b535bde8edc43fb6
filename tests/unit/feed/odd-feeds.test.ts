import { expect, test } from 'vitest';
import { expandEntities } from '../../../src/domain/feed/expand-entities';
import { parseFeed } from '../../../src/domain/feed/parse';
import type { ParsedItem } from '../../../src/domain/model';

function firstItem(text: string): ParsedItem | undefined {
  const result = parseFeed(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.items[0];
}

const rss = (item: string, attributes = ''): string =>
  `<rss version="2.0" ${attributes}><channel><title>N</title><item>${item}</item></channel></rss>`;
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/a/"><entry>${entry}</entry></feed>`;
const oldAtom = (entry: string): string =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;
const rdf = (inChannel: string, beside: string): string =>
  `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
   <channel><title>N</title>${inChannel}</channel>${beside}</r:RDF>`;

test.each<[string, string, Partial<ParsedItem>]>([
  ['dc:author', rss('<dc:author>Ann</dc:author>'), { author: 'Ann' }],
  ['a link with href', rss('<link href="/1"/>'), { url: '/1' }],
  ['a relative permalink', rss('<guid isPermaLink="true">/1</guid>'), { url: '/1', guid: '/1' }],
  ['a relative guid', rss('<title>x</title><guid>/1</guid>'), { url: null, guid: '/1' }],
  ['a subtitle', rss('<itunes:subtitle>s</itunes:subtitle>'), { summary: 's' }],
  [
    'dcterms',
    rss('<dcterms:title>t</dcterms:title><dcterms:abstract>a</dcterms:abstract>'),
    { title: 't', summary: 'a' },
  ],
  ['content without a prefix', rss('<content>c</content>'), { summary: 'c' }],
  [
    'dates of Atom without a prefix',
    rss('<published>2026-01-01</published><updated>2026-01-02</updated>'),
    { published: '2026-01-01', updated: '2026-01-02' },
  ],
  [
    'RSS in the namespace of Atom',
    rss('<title>x</title><link>/1</link>', 'xmlns="http://www.w3.org/2005/Atom"'),
    { title: 'x', url: '/1' },
  ],
  [
    'a prefix of its own',
    rss('<d:creator xmlns:d="http://purl.org/dc/elements/1.1/">A</d:creator>'),
    { author: 'A' },
  ],
  ['an undeclared prefix', rss('<media:thumbnail url="t.jpg"/>'), { imageUrl: 't.jpg' }],
  ['RSS 1.0 with items in the channel', rdf('<item><title>x</title></item>', ''), { title: 'x' }],
  [
    'RSS 1.0 with items beside the channel',
    rdf('', '<item><title>x</title></item>'),
    { title: 'x' },
  ],
  [
    'a base of the link',
    atom('<link xml:base="https://o.example/c/" href="d"/>'),
    { url: 'https://o.example/c/d' },
  ],
  [
    'a relative base of the link',
    atom('<link xml:base="c/" href="d"/>'),
    { url: 'https://e.example/a/c/d' },
  ],
  [
    'base64 of Atom 0.3',
    oldAtom(
      `<title mode="base64" type="text/html">${btoa('A <b>b</b>')}</title><issued>2004-01-01</issued>`,
    ),
    { title: 'A <b>b</b>', published: '2004-01-01' },
  ],
  [
    'escaped Atom 0.3',
    oldAtom('<title mode="escaped" type="text/html">A &lt;b>b</title>'),
    { title: 'A <b>b' },
  ],
  [
    'base64 of Atom 1.0',
    atom(`<content type="application/octet-stream">${btoa('Hello')}</content>`),
    { summary: 'Hello' },
  ],
  [
    'a picture as content',
    atom(`<title>x</title><content type="image/png">${btoa('Hello')}</content>`),
    { summary: null },
  ],
])('%s', (_, text, expected) => {
  expect(firstItem(text)).toMatchObject(expected);
});

const DOCTYPE =
  '<!DOCTYPE rss [<!ENTITY who "Ann &amp; Bob"><!ENTITY % p SYSTEM "x"><!ENTITY ext SYSTEM "file:///x">' +
  '<!ENTITY twice "&who;&who;">]>';

test('entities of the document are replaced, but not those of other files or of entities', () => {
  const item = rss(
    '<title>&who; &ext; &twice;</title><description><![CDATA[&who;]]></description>',
  );
  expect(firstItem(DOCTYPE + item)).toMatchObject({
    title: 'Ann & Bob &ext; &twice;',
    summary: '&who;',
  });
});

test('entities do not make a document much longer', () => {
  const head = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1_000)}">]>`;
  const document = head + '&a;'.repeat(1_000_000);
  expect(expandEntities(document).length).toBeLessThan(document.length + 1_000_000);
});

test('a document without entities of its own stays as it is', () => {
  const document = `<!DOCTYPE rss PUBLIC "x" "http://e.example/rss.dtd">${rss('<title>caf&eacute;</title>')}`;
  expect(expandEntities(document)).toBe(document);
  expect(firstItem(document)).toMatchObject({ title: 'café' });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageFeeds } from '../../../src/domain/discovery/page-feeds';
import { readPageHead } from '../../../src/domain/discovery/page-head';
import { softwareFeed } from '../../../src/domain/discovery/software-feed';

const PAGE = 'https://news.example/world/';
const feeds = (html: string) => pageFeeds(readPageHead(html, PAGE));
const urls = (html: string): string[] => feeds(html).map(({ feedUrl }) => feedUrl);
const link = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

test('names the feeds of a page with titles and formats', () => {
  const html = `<!doctype html><head><LINK REL="Alternate" TYPE="application/rss+xml" TITLE="World &amp; more" HREF="rss.xml">
    <link rel='alternate home' type='application/atom+xml; charset=utf-8' href=/atom>
    <link rel="alternate" type="application/feed+json" href="https://other.example/f.json"/>
    <link rel="alternate" type="text/xml" href="/plain">`;
  const siteUrl = PAGE;
  expect(feeds(html)).toEqual([
    {
      ...{ feedUrl: 'https://news.example/world/rss.xml', title: 'World & more', siteUrl },
      format: 'rss',
    },
    { feedUrl: 'https://news.example/atom', title: null, siteUrl, format: 'atom' },
    { feedUrl: 'https://other.example/f.json', title: null, siteUrl, format: 'json' },
    { feedUrl: 'https://news.example/plain', title: null, siteUrl, format: null },
  ]);
});

test('honours the first base', () => {
  expect(urls(`<base href="/b/"><base href="/c/">${link('f')}`)).toEqual([
    'https://news.example/b/f',
  ]);
});

test('passes over what is no feed, no markup or unsafe', () => {
  expect(
    urls(`<link rel="stylesheet" type="application/rss+xml" href="1"><link rel="alternate" hreflang="de" href="2">
      <!-- ${link('3')} --><script>'${link('4')}'</script>${link('javascript:alert(1)')}
      <link rel="alternate" type="application/rss+xml"><link rel="alternate" type="text/html" href="5">
      ${link('/wp-json/oembed/1.0/embed?url=x', '', 'application/json+oembed')}
      ${link('/wp-json/oembed/1.0/embed?url=x', '', 'text/xml+oembed')}
      ${link('/wp-json/wp/v2/pages/2', '', 'application/json')}`),
  ).toEqual([]);
});

test('names each feed once and at most twenty', () => {
  expect(urls(link('1') + link('1'))).toHaveLength(1);
  const many = Array.from({ length: 30 }, (_, index) => link(String(index)));
  expect(urls(many.join(''))).toHaveLength(20);
});

test('feeds of comments come last, whatever they are called', () => {
  const html = [
    link('/comments/feed/', 'Gazette » Comments'),
    link('/a', 'Gazette » Kommentar-Feed'),
    link('/?feed=comments-rss2'),
    link('/feeds/17/comments/default'),
    link('/feed/', 'Gazette » Feed'),
    link('/world', 'World'),
  ].join('');
  expect(urls(html).map((url) => new URL(url).pathname)).toEqual([
    ...['/feed/', '/world', '/comments/feed/', '/a', '/', '/feeds/17/comments/default'],
  ]);
});

test('links in the text count only where the head names nothing', () => {
  const anchors = `<a href="/rss/world.rss">World <b>news</b></a> <a href="/rss/">All</a>
    <a href="/about">About</a> <a href="https://share.example/?u=x">Share</a>
    <a href="/index.xml" title="Everything"><img></a><a href="${PAGE}">Here</a>`;
  expect(feeds(anchors)).toMatchObject([
    { feedUrl: 'https://news.example/rss/world.rss', title: 'World news', format: null },
    { feedUrl: 'https://news.example/rss/', title: 'All' },
    { feedUrl: 'https://news.example/index.xml', title: 'Everything' },
  ]);
  expect(urls(anchors + link('/f'))).toEqual(['https://news.example/f']);
});

test('a page that names nothing has one address by the rules of its software', () => {
  const of = (html: string) => softwareFeed(readPageHead(html, PAGE));
  const made = (name: string) => `<meta name="Generator" content="${name}">`;
  expect(of(made('WordPress 6.8.1'))).toBe('https://news.example/feed/');
  const api = (href: string) => `<link rel="https://api.w.org/" href="${href}">`;
  expect(of(made('WordPress 6.8') + api('https://news.example/blog/wp-json/'))).toBe(
    'https://news.example/blog/feed/',
  );
  expect(of(made('WordPress 6.8') + api('https://evil.example/wp-json/'))).toBe(
    'https://news.example/feed/',
  );
  expect(of(made('Ghost 5.2'))).toBe('https://news.example/rss/');
  expect(of(made('blogger'))).toBe('https://news.example/feeds/posts/default');
  expect(of(made('WordPressed'))).toBeNull();
  expect(of('<p>WordPress</p>')).toBeNull();
});

test('whatever the page, candidates are safe addresses, each once, in text without markup', () => {
  const part = fc.constantFrom(
    ...['<', '>', '"', "'", '/', ' ', '=', '<link ', 'rel=alternate', 'rel="alternate"', '</a>'],
    ...['type="application/rss+xml"', 'href="', 'title="<b>"', '<a ', '<base ', '<!--', '-->'],
    ...['javascript:x', 'https://e.example/f.rss', '//x/feed', '../rss.xml', '&quot;', '\u202e'],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const found = feeds(parts.join(''));
      expect(new Set(found.map(({ feedUrl }) => feedUrl)).size).toBe(found.length);
      for (const { feedUrl, title } of found) {
        expect(feedUrl).toMatch(/^https?:\/\//);
        expect(title ?? '').not.toMatch(/[\u202e\n]/);
      }
    }),
    { numRuns: 500 },
  );
}, 20_000);

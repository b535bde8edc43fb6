import { expect, test } from 'vitest';
import { discoverFeeds } from '../../../src/domain/feed/discover';

const PAGE = 'https://news.example/world/';
const urls = (html: string): string[] => discoverFeeds(html, PAGE).map(({ feedUrl }) => feedUrl);

test('names the feeds of a page with their titles', () => {
  const html = `<!doctype html><head><LINK REL="Alternate" TYPE="application/rss+xml" TITLE="World &amp; more" HREF="rss.xml">
    <link rel='alternate home' type='application/atom+xml; charset=utf-8' href=/atom>
    <link rel="alternate" type="application/feed+json" href="https://other.example/f.json"/>`;
  expect(discoverFeeds(html, PAGE)).toEqual([
    { feedUrl: 'https://news.example/world/rss.xml', title: 'World & more', siteUrl: PAGE },
    { feedUrl: 'https://news.example/atom', title: null, siteUrl: PAGE },
    { feedUrl: 'https://other.example/f.json', title: null, siteUrl: PAGE },
  ]);
});

test('honours the first base', () => {
  const link = '<link rel=alternate type=application/rss+xml href=f>';
  expect(urls(`<base href="/b/"><base href="/c/">${link}`)).toEqual(['https://news.example/b/f']);
});

test('passes over what is no feed, no markup or unsafe', () => {
  expect(
    urls(`<link rel="stylesheet" type="application/rss+xml" href="1"><link rel="alternate" hreflang="de" href="2">
      <!-- <link rel="alternate" type="application/rss+xml" href="3"> -->
      <script>'<link rel="alternate" type="application/rss+xml" href="4">'</script>
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <link rel="alternate" type="application/rss+xml"><link rel="alternate" type="text/html" href="5">`),
  ).toEqual([]);
});

test('names each feed once and at most twenty', () => {
  const link = (href: number) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
  expect(urls(link(1) + link(1))).toHaveLength(1);
  expect(urls(Array.from({ length: 30 }, (_, index) => link(index)).join(''))).toHaveLength(20);
});

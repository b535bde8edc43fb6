import * as build from '../support/feed-builders';

const FEED: build.SampleFeed = {
  title: 'News & more',
  link: 'https://news.example/',
  items: [
    {
      id: 'https://news.example/1?utm_source=rss',
      title: 'One <b>bold</b> story &amp; more',
      link: 'https://news.example/1?utm_source=rss',
      summary: '<p>Text <img src="https://cdn.example/1.jpg" onerror="x()"> &nbsp;</p>',
      published: new Date(Date.UTC(2026, 1, 9, 10, 15)),
      updated: new Date(Date.UTC(2026, 1, 9, 11)),
      tags: ['World', 'Москва'],
      comments: 'https://news.example/1#comments',
    },
    { id: '2', title: 'Zwei – größer 😀 東京', link: '/2', summary: 'x '.repeat(400) },
    { id: '2', title: '', link: 'javascript:alert(1)', summary: '<script>alert(1)</script>Late' },
  ],
};

const RICH_RSS = `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="x.xsl"?>
<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY who "Ann">]>
<rss version="2.0" xml:base="https://news.example/a/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"
 xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title><![CDATA[News]]></title>
<link>/</link><ttl>15</ttl><!-- a comment --><item><title><![CDATA[A & B <i>c</i> &copy;]]></title>
<link><![CDATA[ b/1?a=1&b=2 ]]></link><guid isPermaLink="true">b/1</guid><dc:creator>&who;</dc:creator>
<author>ann@news.example (Ann Lee)</author><pubDate>Mon, 9 Feb 26 10:15 EST</pubDate>
<description>&lt;p&gt;One&lt;/p&gt; &amp;amp; two</description><category domain="x">T</category>
<content:encoded><![CDATA[<div><p>Long</p><!-- no --></div>]]></content:encoded>
<m:group><m:thumbnail url="t.jpg"/><m:content url='c.mp4' medium="video"/></m:group>
<enclosure url="e.png" type="image/png" length="1"/><itunes:image href="i.jpg"/></item></channel></rss>`;

const OLD_ATOM = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">a &lt;b&gt;</title>
<link rel="alternate" type="text/html" href="https://news.example/"/><entry><title>One</title>
<link rel="alternate" href="1"/><id>tag:1</id><issued>2026-02-09T10:00:00+01:00</issued>
<modified>2026-02-09T11:00:00Z</modified><content type="application/xhtml+xml" mode="xml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Text &amp;lt; x<br/></p></div></content></entry></feed>`;

const OPML = `<opml version="2.0"><head><title>x</title></head><body><outline text="A"><outline type="rss"
 text="B &amp; C" xmlUrl="https://news.example/rss" htmlUrl="https://news.example/"/></outline></body></opml>`;

const PAGE = `<!DOCTYPE html><html><head><base href="/x/"><link rel="alternate" type="application/rss+xml"
 title="Feed" href="rss"></head><body><p>Text</p></body></html>`;

/** Small documents of every kind that Dateline reads. */
export const SEEDS: readonly string[] = [
  build.rss(FEED),
  build.atom(FEED),
  build.rdf(FEED),
  build.jsonFeed(FEED),
  ...[RICH_RSS, OLD_ATOM, OPML, PAGE],
];

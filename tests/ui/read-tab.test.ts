import { beforeEach, expect, test } from 'vitest';
import { FEED_LIKE } from '../../src/domain/discovery/page-head';
import { readTab, type TabLimits } from '../../src/ui/state/read-tab';

const LIMITS: TabLimits = { links: 3, anchors: 2, text: 40, feedLike: FEED_LIKE.source };

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

test('reads what the page names, as it is written', () => {
  document.head.innerHTML = `<meta name="Generator" content="WordPress 6.8">
    <link rel="stylesheet" href="/s.css"><link rel="Alternate" type="application/rss+xml" title=" News " href="/f">
    <link rel="https://api.w.org/" href="/wp-json/">`;
  document.body.innerHTML = '<a href="/about">About</a><a href="/all.rss">All <b>news</b></a>';
  expect(readTab(LIMITS)).toEqual({
    url: location.href,
    base: document.baseURI,
    generator: 'WordPress 6.8',
    links: [
      { rel: 'Alternate', type: 'application/rss+xml', href: '/f', title: 'News' },
      { rel: 'https://api.w.org/', type: '', href: '/wp-json/', title: '' },
    ],
    anchors: [{ rel: '', type: '', href: '/all.rss', title: 'All news' }],
    isFeed: false,
  });
});

test('a page of any size gives little', () => {
  const long = 'x'.repeat(1000);
  document.head.innerHTML = `<link rel="alternate" title="${long}" href="/${long}">`.repeat(10);
  document.body.innerHTML = `<a href="/${'a/'.repeat(5)}x.rss">${long}</a>`.repeat(10);
  const { links, anchors } = readTab(LIMITS);
  expect([links.length, anchors.length]).toEqual([3, 2]);
  for (const { href, title } of [...links, ...anchors]) {
    expect(href.length).toBeLessThanOrEqual(40);
    expect(title.length).toBeLessThanOrEqual(40);
  }
});

test('a feed that the browser shows in a page of its own is one', () => {
  const holder = document.createElement('div');
  holder.id = 'webkit-xml-viewer-source-xml';
  holder.append(document.createElementNS('', 'rss'));
  document.body.append(holder);
  expect(readTab(LIMITS).isFeed).toBe(true);
});

// What is sent to a tab is this function's source: nothing else is there.
test('the function stands alone', () => {
  const alone = new Function(`return (${readTab.toString()})`)() as typeof readTab;
  expect(alone(LIMITS)).toEqual(readTab(LIMITS));
});

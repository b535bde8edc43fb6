import { expect, test } from 'vitest';
import { normalizeFeed } from '../../../src/domain/article/normalize';
import type { ParsedItem } from '../../../src/domain/model';

const NOW = Date.UTC(2026, 1, 9, 12);
const HOUR = 3_600_000;

const ITEM: ParsedItem = {
  guid: null,
  url: null,
  title: null,
  summary: null,
  author: null,
  tags: [],
  imageUrl: null,
  commentsUrl: null,
  published: null,
  updated: null,
};

function normalize(...items: Partial<ParsedItem>[]) {
  const parsed = {
    format: 'rss' as const,
    title: null,
    siteUrl: null,
    intervalMs: null,
    skip: null,
    items: items.map((item) => ({ ...ITEM, ...item })),
  };
  const feedUrl = 'https://news.example/rss';
  return normalizeFeed({ parsed, feedId: 'f', feedUrl, now: NOW, isBacklog: false });
}

const one = (item: Partial<ParsedItem>) => normalize({ title: 'One', ...item }).articles[0];
const at = (ms: number): string => new Date(NOW + ms).toISOString();

test('makes an article of an item', () => {
  const article = one({
    guid: ' g ',
    url: '/1',
    title: 'BREAKING: <b>Fire</b> &amp; smoke',
    summary: '<p>Text</p>',
    tags: ['Rome', 'rome ', ''],
    imageUrl: 'javascript:alert(1)',
    published: at(-HOUR),
    updated: at(0),
  });
  expect(article).toMatchObject({
    feedId: 'f',
    guid: 'g',
    url: 'https://news.example/1',
    title: 'BREAKING: Fire & smoke',
    summary: 'Text',
    tags: ['Rome'],
    imageUrl: null,
    publishedAt: NOW - HOUR,
    updatedAt: NOW,
    arrivedAt: NOW,
    sortAt: NOW - HOUR,
    isBacklog: false,
    kicker: 'BREAKING',
    storyId: null,
  });
});

test('a missing title is borrowed from the summary; without either the item is dropped', () => {
  const { articles, dropped } = normalize(
    { summary: 'Some text' },
    { url: '/1' },
    { title: '<br>' },
  );
  expect(articles.map(({ title }) => title)).toEqual(['Some text']);
  expect(dropped).toBe(2);
});

test('a summary that repeats the title is dropped', () => {
  expect(one({ summary: '<p>one.</p>' })?.summary).toBe('');
});

test.each([
  ['only updated', { updated: at(-HOUR) }, { publishedAt: NOW - HOUR, updatedAt: null }],
  [
    'updated before',
    { published: at(0), updated: at(-HOUR) },
    { publishedAt: NOW, updatedAt: null },
  ],
  ['the near future', { published: at(HOUR) }, { publishedAt: NOW + HOUR, sortAt: NOW }],
  ['the far future', { published: at(25 * HOUR) }, { publishedAt: null, sortAt: NOW }],
  ['unreadable', { published: 'soon' }, { publishedAt: null, sortAt: NOW }],
])('times: %s', (_, item, expected) => {
  expect(one(item)).toMatchObject(expected);
});

test('a summary of nothing but a picture has no words, and is none', () => {
  const imageUrl = 'https://news.example/1.png';
  const article = one({ summary: `<p><img src="${imageUrl}"></p>`, imageUrl });
  expect(article).toMatchObject({ summary: '', imageUrl });
  expect(normalize({ summary: `<img src="${imageUrl}">`, imageUrl }).articles).toEqual([]);
});

test('of items with one key the first wins', () => {
  const { articles, dropped } = normalize(
    { guid: 'g', title: 'One', url: '/1' },
    { guid: 'g', title: 'Two', url: '/1?utm_source=x' },
  );
  expect(articles.map(({ title }) => title)).toEqual(['One']);
  expect(dropped).toBe(1);
});

test('a guid that several addresses share identifies nothing', () => {
  const { articles } = normalize(
    { guid: 'https://news.example/', title: 'One', url: '/1' },
    { guid: 'https://news.example/', title: 'Two', url: '/2' },
  );
  expect(new Set(articles.map(({ articleId }) => articleId)).size).toBe(2);
});

test('texts and tags are limited', () => {
  const article = one({
    title: 'word '.repeat(1_000),
    summary: 'text '.repeat(1_000),
    tags: Array.from({ length: 50 }, (_, index) => `tag ${index}`),
  });
  expect(article?.title.length).toBeLessThanOrEqual(300);
  expect(article?.summary.length).toBeLessThanOrEqual(500);
  expect(article?.tags).toHaveLength(20);
});

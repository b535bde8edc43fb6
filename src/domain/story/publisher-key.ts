import type { Feed } from '../model';

/** Where a label before the country says what kind of site it is: `bbc.co.uk`, `abc.net.au`. */
const KINDS = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'gv',
  'ne',
  'net',
  'or',
  'org',
]);

/** Hosts of other publishers' articles: what they carry says nothing of who wrote it. */
const CARRIERS =
  /(?:^|\.)(?:news\.google\.com|feedproxy\.google\.com|feedburner\.com|feeds\.feedblitz\.com|t\.co)$/;

/**
 * What counts as one publisher: the site that an article stands on, or its feed where that is not known.
 * Two feeds of one site are one publisher.
 *
 * The site is its registrable domain, by rule of thumb instead of the Public Suffix List (200 KB): the
 * last two labels, three below a country's `co`, `com`, ... A wrong guess merges or splits a publisher.
 */
export function publisherKey(article: { url: string | null; feedId: string }): string {
  if (article.url === null || !URL.canParse(article.url)) return article.feedId;
  const { hostname } = new URL(article.url);
  if (CARRIERS.test(hostname) || /^[\d.]+$|^\[/.test(hostname)) return article.feedId;
  const labels = hostname.split('.');
  const isBelowKind =
    labels.length > 2 && labels.at(-1)?.length === 2 && KINDS.has(labels.at(-2) ?? '');
  return labels.slice(isBelowKind ? -3 : -2).join('.');
}

/** Distinct publishers of followed feeds. */
export function countPublishers(feeds: Pick<Feed, 'siteUrl' | 'feedUrl' | 'feedId'>[]): number {
  const keys = feeds.map(({ siteUrl, feedUrl, feedId }) =>
    publisherKey({ url: siteUrl ?? feedUrl, feedId }),
  );
  return new Set(keys).size;
}

import { expect, test, vi } from 'vitest';
import { catalogue } from '../../src/ui/catalogue';
import { catalogueGroups } from '../../src/ui/catalogue-groups';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

test('RT News comes first', () => {
  expect(catalogue[0]).toMatchObject({
    title: 'RT News',
    feedUrl: 'https://www.rt.com/rss/news/',
    siteUrl: 'https://www.rt.com/',
  });
});

test('every feed is there once, over https', () => {
  expect(new Set(catalogue.map(({ feedUrl }) => feedUrl)).size).toBe(catalogue.length);
  for (const { feedUrl, siteUrl } of catalogue) {
    expect(new URL(feedUrl).protocol).toBe('https:');
    expect(new URL(siteUrl).protocol).toBe('https:');
  }
});

test("the person's languages come first and are open, whatever their region", () => {
  const groups = catalogueGroups(['de-AT', 'fr']);
  expect(groups.slice(0, 2).map(({ name }) => name)).toEqual(['German', 'French']);
  expect(groups.filter(({ isNear }) => isNear).map(({ language }) => language)).toEqual([
    'de',
    'fr',
    'en',
  ]);
  expect(groups.flatMap(({ feeds }) => feeds)).toHaveLength(catalogue.length);
});

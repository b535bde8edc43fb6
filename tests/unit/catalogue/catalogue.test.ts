import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  baseLanguage,
  catalogue,
  catalogueCountries,
  catalogueLanguages,
  filterCatalogue,
  ownLanguages,
} from '../../../src/domain/catalogue/catalogue';

test('RT News comes first', () => {
  expect(catalogue[0]).toEqual({
    language: 'en',
    country: 'RU',
    title: 'RT News',
    feedUrl: 'https://www.rt.com/rss/news/',
    siteUrl: 'https://www.rt.com/',
  });
});

test('a few dozen publishers in at least ten languages; every feed once, over https', () => {
  expect(catalogue.length).toBeGreaterThan(36);
  expect(catalogueLanguages().length).toBeGreaterThanOrEqual(10);
  expect(new Set(catalogue.map(({ feedUrl }) => feedUrl)).size).toBe(catalogue.length);
  for (const { feedUrl, siteUrl } of catalogue) {
    expect(new URL(feedUrl).protocol).toBe('https:');
    expect(new URL(siteUrl).protocol).toBe('https:');
  }
});

test('languages and countries are ones that browsers can name', () => {
  for (const code of catalogueLanguages()) {
    expect(new Intl.DisplayNames(['en'], { type: 'language' }).of(code)).not.toBe(code);
  }
  for (const code of catalogueCountries()) {
    expect(new Intl.DisplayNames(['en'], { type: 'region' }).of(code)).not.toBe(code);
  }
});

test('where each address was found is noted', () => {
  const notes = readFileSync('docs/catalogue.md', 'utf8');
  for (const { language, country, title, feedUrl } of catalogue) {
    expect(notes).toContain(`| ${language} | ${country} | ${title} | ${feedUrl} | `);
  }
});

test('is filtered by language and country', () => {
  const titles = (filter: Parameters<typeof filterCatalogue>[0]) =>
    filterCatalogue(filter).map(({ title }) => title);
  expect(titles({ languages: null, country: null })).toHaveLength(catalogue.length);
  expect(titles({ languages: ['fr'], country: 'CA' })).toEqual(['La Presse']);
  expect(titles({ languages: ['ja', 'fi'], country: null })).toHaveLength(3);
  expect(titles({ languages: ['ja'], country: 'BR' })).toEqual([]);
});

test('the person’s languages are found whatever their region or spelling', () => {
  expect(ownLanguages(['de-AT', 'de', 'no-NO', 'tlh', 'zh-Hant-TW'])).toEqual(['de', 'nb', 'zh']);
  expect(baseLanguage('IW')).toBe('he');
  expect(ownLanguages([])).toEqual([]);
});

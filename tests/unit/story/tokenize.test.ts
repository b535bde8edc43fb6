import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../src/domain/story/tokenize';

const stems = (headline: string, language: string) =>
  [...tokenize(headline, language).keys()].filter((term) => !term.startsWith('<'));

test('inflections of a word are one term, in each language', () => {
  const cases: [string, string, string][] = [
    ['en', 'Miners strike', 'A miner is striking'],
    ['de', 'Minister der Länder', 'Ministern des Landes'],
    ['ru', 'Землетрясения в Японии', 'Землетрясение, Япония'],
    ['es', 'Incendios', 'El incendio'],
    ['ar', 'الرئيس', 'رئيس'],
  ];
  for (const [language, a, b] of cases) expect(stems(a, language)).toEqual(stems(b, language));
});

test('possessives, elisions, initials and digit groups do not hide a word', () => {
  expect(stems("Biden's", 'en')).toEqual(['biden']);
  expect(stems('l’Ukraine', 'fr')).toEqual(['ukrain']);
  expect(stems('U.S. counts 1,200', 'en')).toEqual(['us', 'count', '1200']);
});

test('scripts without spaces give pairs of characters', () => {
  expect(stems('東京の地震', 'ja')).toEqual(['東京', '京の', 'の地', '地震']);
});

test('a name weighs more than another word, a number less, and the first words most', () => {
  const terms = tokenize('old bridge in Lima falls after 40 years of use', 'en');
  expect(terms.get('lima')).toBeGreaterThan(terms.get('bridg') ?? 9);
  expect(terms.get('40')).toBeLessThan(terms.get('year') ?? 0);
  expect(terms.get('old')).toBeGreaterThan(terms.get('year') ?? 9);
});

test('a mark of breaking news is no part of it', () => {
  expect(stems('BREAKING: quake', 'en')).toEqual(['quak']);
  expect(stems('Срочно: пожар', 'ru')).toEqual(stems('пожар', 'ru'));
});

test('in title case a capital says nothing', () => {
  const terms = tokenize('The Bridge Of Lima Falls', 'en');
  expect(terms.get('lima')).toBeLessThan(1);
});

test('any text gives finite positive weights', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('en', 'ru', 'xx'),
      (text, lang) => {
        for (const weight of tokenize(text, lang).values()) expect(weight).toBeGreaterThan(0);
      },
    ),
  );
});

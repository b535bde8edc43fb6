import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, keysOf, questionOf } from '../../../src/domain/search/candidates';
import { indexWords, isSignKey, keysOfTerm } from '../../../src/domain/search/index-words';
import { parseSearch } from '../../../src/domain/search/parse';
import { bucketOf, readPostings, writePostings } from '../../../src/domain/search/postings';
import { foldedTexts } from '../../../src/domain/search/texts';
import { isSatisfied } from '../../../src/domain/topic/match';
import { makeArticle } from '../../support/make';

const wordsOf = (title: string) => indexWords(makeArticle({ title })).slice(1);

test.each([
  ['Ferry, ferry: FERRY!', ['ferry', ',', ':', '!']],
  ['Zürich’s COVID-19', ['zurich', 's', 'covid', '19', "'", '-']],
  ['2 € 🚀\ta_b', ['2', 'a_b', '€', '🚀']],
  ['東京で地震', ['東京', '京て', 'て地', '地震', '震']],
  ['iPhone発売', ['iphone', '発売', '売']],
  ['x'.repeat(60), ['x'.repeat(48)]],
])('%s is found under %j', (title, words) => {
  expect(wordsOf(title)).toEqual(words);
});

test('an article is found by its summary, tags, author, earlier headline and feed', () => {
  const article = makeArticle({
    ...{ title: 'one', summary: 'two', tags: ['three'], author: 'four', feedId: 'f1' },
    revisions: [{ title: 'five', summary: 'not shown any more', replacedAt: 0 }],
  });
  expect(indexWords(article).sort()).toEqual(['@f1', 'five', 'four', 'one', 'three', 'two']);
});

test.each([
  ['ferry', [['ferry', true]]],
  ['ferry ', [['ferry', false]]],
  [
    '"new york" ',
    [
      ['new', false],
      ['york', false],
    ],
  ],
  ['地', [['地', true]]],
  ['地震', [['地震', false]]],
  [
    '大地震',
    [
      ['大地', false],
      ['地震', false],
    ],
  ],
  ['f', []],
  ['f ', [['f', false]]],
  ['€ ', [['€', false]]],
  ['€', [['€', false]]],
  [
    '🚀+ ',
    [
      ['🚀', false],
      ['+', false],
    ],
  ],
  ['c++ ', [['c', false]]],
])('the index is asked for %j by %j', (text, keys) => {
  const [term] = parseSearch(text).query.alternatives.flatMap(({ wanted }) => wanted);
  if (!term) throw new Error('nothing wanted');
  expect(keysOfTerm(term).map(({ word, isPrefix }) => [word, isPrefix])).toEqual(keys);
});

test('what stands for a sign is told from what stands for a word or a feed', () => {
  const isSign = (word: string) => isSignKey({ word, isPrefix: false });
  expect(['€', '🚀', '@', '-'].filter(isSign)).toHaveLength(4);
  expect(['a', '@f1', '地', '1', '_'].filter(isSign)).toEqual([]);
});

test('postings find whole words and beginnings, and nothing else', () => {
  const documents = [['ferry', 'harbour'], ['ferryman'], ['fern', 'ferry'], ['@f1'], ['erry']];
  const buckets = writePostings(documents);
  const find = (word: string, isPrefix: boolean) =>
    [...readPostings(buckets.get(bucketOf(word)) ?? '', { word, isPrefix })].sort();
  expect(find('ferry', false)).toEqual([0, 2]);
  expect(find('ferry', true)).toEqual([0, 1, 2]);
  expect(find('fe', true)).toEqual([0, 1, 2]);
  expect(find('@f1', false)).toEqual([3]);
  expect(find('harbour', false)).toEqual([0]);
  expect(find('harb', false)).toEqual([]);
  expect(find('constructor', false)).toEqual([]);
});

const syllable = fc.constantFrom(
  'fer',
  'ry',
  'Zü',
  'ñ',
  'の',
  '地',
  '震',
  '서',
  'กา',
  '𠮷',
  'й',
  '1',
);
const token = fc.array(syllable, { maxLength: 3 }).map((list) => list.join(''));
const separator = fc.constantFrom(
  ' ',
  '-',
  '_',
  ', ',
  '’',
  '. ',
  '',
  ' € ',
  '🚀',
  '\u200b',
  '\ud83d',
);
const sentence = fc
  .array(fc.tuple(token, separator), { minLength: 1, maxLength: 8 })
  .map((list) => list.flat().join(''));
const ending = fc.constantFrom('', ' ', '*', '" ');

test('the index never misses what the words themselves find', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), sentence, ending, (titles, asked, end) => {
      const articles = titles.map((title) => makeArticle({ title, feedId: 'f1' }));
      const text = end.startsWith('"') ? `"${asked}${end}` : `${asked}${end}`;
      const { alternatives } = parseSearch(text).query;
      const question = questionOf(alternatives, null);
      if (!question) return;
      const buckets = writePostings(articles.map(indexWords));
      const found = answer(question, (key) =>
        readPostings(buckets.get(bucketOf(key.word)) ?? '', key),
      );
      for (const [number, article] of articles.entries()) {
        const texts = foldedTexts(article);
        const isMeant = alternatives.some((alternative) => isSatisfied(alternative, texts));
        if (isMeant) expect(found).toContain(number);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a question to the index is narrowed by words, by feeds or by both, or there is none', () => {
  const ask = (text: string, feeds: string[] | null) =>
    questionOf(parseSearch(text).query.alternatives, feeds && new Set(feeds));
  expect(keysOf(ask('ferry fog, ferry ', null) ?? { sets: [], feeds: null })).toHaveLength(2);
  expect(ask('-fog ', null)).toBeNull();
  expect(ask('ferry, f', null)).toBeNull();
  expect(ask('f', ['f1'])?.sets).toEqual([[]]);
  expect(ask('ferry, € ', null)?.sets).toHaveLength(2);
  const find = ({ word }: { word: string }) => new Set(word === 'ferry' ? [1, 2] : [2, 3]);
  const answered = (text: string) => {
    const question = ask(text, ['f1']);
    return question && [...answer(question, find)].sort();
  };
  expect(answered('ferry ')).toEqual([2]);
  expect(answered('')).toEqual([2, 3]);
});

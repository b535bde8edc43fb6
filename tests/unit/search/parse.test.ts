import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from '../../../src/domain/search/parse';
import { writeSearch } from '../../../src/domain/search/write';

const word = (text: string) => ({ text, isPrefix: false });
const start = (text: string) => ({ text, isPrefix: true });
const words = (...wanted: object[]) => ({ wanted, excluded: [] });

test('words, phrases, exclusions and filters in any order', () => {
  const { query, problems } = parseSearch(
    'Ferry is:unread "North  Harbour" -fog publisher:"The Gazette" after:2026-11-20 ',
  );
  expect(problems).toEqual([]);
  expect(query).toEqual({
    alternatives: [{ wanted: [word('ferry'), word('north harbour')], excluded: [word('fog')] }],
    filters: [
      { kind: 'is', state: 'unread', isExcluded: false },
      { kind: 'publisher', name: 'the gazette', isExcluded: false },
      { kind: 'after', date: { kind: 'day', year: 2026, month: 11, day: 20 } },
    ],
  });
});

test.each([
  ['ukr', words(start('ukr'))],
  ['ukr ', words(word('ukr'))],
  ['kyiv ukr', words(word('kyiv'), start('ukr'))],
  ['ukr publisher:rt', words(word('ukr'))],
  ['"prime min', words(start('prime min'))],
  ['"prime min" ', words(word('prime min'))],
  ['"prime"', words(word('prime'))],
  ['c++', words(word('c++'))],
  ['서울 지진 ', words(start('서울'), start('지진'))],
  ['地震', words(start('地震'))],
])('what is being typed is a beginning: %j', (text, alternative) => {
  expect(parseSearch(text).query.alternatives).toEqual([alternative]);
});

test('an exclusion that is being typed does not hide all that begins so', () => {
  expect(parseSearch('ferry -f').query.alternatives).toEqual([
    { wanted: [word('ferry')], excluded: [word('f')] },
  ]);
});

test.each([
  ['-publisher:rt', { kind: 'publisher', name: 'rt', isExcluded: true }],
  ['PUBLISHER：Ведомости', { kind: 'publisher', name: 'ведомости', isExcluded: false }],
  ['topic:«Space Flight»', { kind: 'topic', name: 'space flight', isExcluded: false }],
  ['publisher:"the ga', { kind: 'publisher', name: 'the ga', isExcluded: false }],
  ['-is:saved', { kind: 'is', state: 'saved', isExcluded: true }],
  ['before:7d', { kind: 'before', date: { kind: 'ago', count: 7, unit: 'd' } }],
  ['-after:7d', { kind: 'before', date: { kind: 'ago', count: 7, unit: 'd' } }],
  ['-before:7d', { kind: 'after', date: { kind: 'ago', count: 7, unit: 'd' } }],
])('the filter %j', (text, filter) => {
  expect(parseSearch(text)).toEqual({
    query: { alternatives: [], filters: [filter] },
    problems: [],
  });
});

test.each([
  ['publisher:', { kind: 'no-value', name: 'publisher' }],
  ['topic:""', { kind: 'no-value', name: 'topic' }],
  ['after:soon', { kind: 'unknown-date', name: 'after', written: 'soon' }],
  ['before:2026-02-30', { kind: 'unknown-date', name: 'before', written: '2026-02-30' }],
  ['is:new', { kind: 'unknown-state', written: 'new' }],
  ['is:constructor', { kind: 'unknown-state', written: 'constructor' }],
  ['after:constructor', { kind: 'unknown-date', name: 'after', written: 'constructor' }],
])('%j is told and left out, the rest works', (text, problem) => {
  const { query, problems } = parseSearch(`ferry ${text} fog `);
  expect(problems).toEqual([problem]);
  expect(query).toEqual({ alternatives: [words(word('ferry'), word('fog'))], filters: [] });
});

test('a filter that does not exist is told, and searched as it stands', () => {
  expect(parseSearch('site:rt.com ')).toEqual({
    query: { alternatives: [words(word('site:rt.com'))], filters: [] },
    problems: [{ kind: 'unknown-filter', written: 'site:rt.com' }],
  });
});

test.each(['https://rt.example/1 ', '16:30 ', 'Trump: ', '"is:unread" '])(
  'a colon alone makes no filter: %j',
  (text) => {
    const { query, problems } = parseSearch(text);
    expect(query.filters).toEqual([]);
    expect(problems).toEqual([]);
    expect(query.alternatives).toHaveLength(1);
  },
);

test('commas part alternatives, filters narrow them all', () => {
  expect(parseSearch('ferry -fog, lighthouse is:saved, -rain ').query).toEqual({
    alternatives: [
      { wanted: [word('ferry')], excluded: [word('fog')] },
      words(word('lighthouse')),
      { wanted: [], excluded: [word('rain')] },
    ],
    filters: [{ kind: 'is', state: 'saved', isExcluded: false }],
  });
});

const pieces = fc.constantFrom(
  ...[
    'ferry',
    'Łódź',
    'c++',
    '"',
    '“',
    '»',
    '-',
    '*',
    ',',
    ' ',
    '  ',
    '\n',
    ':',
    '：',
    '地震',
    '서울',
  ],
  ...[
    'publisher:',
    'topic:',
    'after:',
    'is:',
    'unread',
    '2026-11-20',
    '7d',
    '℡',
    '＊',
    '™',
    'ß',
    '@',
  ],
);
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
);

test('a letter that is an apostrophe and another one is read as both', () => {
  const read = parseSearch('ŉ ').query;
  expect(read.alternatives[0]?.wanted[0]?.text).toBe("'n");
  expect(parseSearch(writeSearch(read)).query).toEqual(read);
});

test('any text is read, and what was read can be written and read again', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { query } = parseSearch(text);
      expect(parseSearch(writeSearch(query))).toEqual({ query, problems: [] });
    }),
    { numRuns: 2_000 },
  );
});

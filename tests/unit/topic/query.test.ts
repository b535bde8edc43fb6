import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTopicQuery } from '../../../src/domain/topic/query';

const word = (text: string) => ({ text, isPrefix: false });

test('alternatives, words, phrases, exclusions and beginnings', () => {
  expect(parseTopicQuery('Kyiv strike -football, “Prime  Minister” -"new york"\nvaccin*')).toEqual({
    ok: true,
    value: {
      alternatives: [
        { wanted: [word('kyiv'), word('strike')], excluded: [word('football')] },
        { wanted: [word('prime minister')], excluded: [word('new york')] },
        { wanted: [{ text: 'vaccin', isPrefix: true }], excluded: [] },
      ],
    },
  });
});

test.each(['"a, b"', '“a, b”', '«a, b»', '„a, b“'])(
  'commas in quotes do not separate: %s',
  (text) => {
    expect(parseTopicQuery(text)).toMatchObject({
      value: { alternatives: [{ wanted: [word('a, b')] }] },
    });
  },
);

test('a hyphen within a word excludes nothing', () => {
  expect(parseTopicQuery('covid-19')).toMatchObject({
    value: { alternatives: [{ wanted: [word('covid-19')], excluded: [] }] },
  });
});

test.each([
  ['', 'empty'],
  [' , \n ,', 'empty'],
  ['""', 'empty'],
  ['*', 'empty'],
  ['"prime minister', 'unclosed-quote'],
  ['-football', 'only-exclusions'],
  ['rome, -football', 'only-exclusions'],
])('%j cannot be used: %s', (text, kind) => {
  expect(parseTopicQuery(text)).toEqual({ ok: false, error: { kind } });
});

test('any text gives a query with something to look for, or an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const query = parseTopicQuery(text);
      if (!query.ok) return;
      for (const { wanted } of query.value.alternatives) expect(wanted.length).toBeGreaterThan(0);
    }),
  );
});

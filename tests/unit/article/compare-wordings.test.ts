import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWordings, shortenContext } from '../../../src/domain/article/compare-wordings';

/** `[-removed-]` and `{+added+}`, as `git diff --word-diff` writes it. */
function marked(before: string, after: string): string {
  return compareWordings(before, after)
    .map(({ kind, text }) => {
      if (kind === 'removed') return `[-${text}-]`;
      return kind === 'added' ? `{+${text}+}` : text;
    })
    .join('');
}

test('marks the words that were replaced', () => {
  expect(
    marked(
      'US shoots down Russian missile defense proposals - Rogozin',
      'US rejects Russian missile defense proposals - Rogozin',
    ),
  ).toBe('US [-shoots down -]{+rejects +}Russian missile defense proposals - Rogozin');
});

test('marks a changed number alone', () => {
  expect(marked('At least 7 killed in flood', 'At least 12 killed in flood')).toBe(
    'At least [-7 -]{+12 +}killed in flood',
  );
});

test('words without spaces between them are compared as words', () => {
  const parts = compareWordings('首相が大阪を訪問する予定', '首相が京都を訪問する予定');
  expect(parts).toEqual([
    { kind: 'same', text: '首相が' },
    { kind: 'removed', text: '大阪' },
    { kind: 'added', text: '京都' },
    { kind: 'same', text: 'を訪問する予定' },
  ]);
});

test('case, quotes and dashes are no change', () => {
  expect(compareWordings('Court: "No" to appeal – live', "COURT: 'no' to appeal - live")).toEqual([
    { kind: 'same', text: "COURT: 'no' to appeal - live" },
  ]);
});

test('a wording that is mostly new is struck whole', () => {
  expect(marked('Talks begin in Geneva', 'The ministers have left the table')).toBe(
    '[-Talks begin in Geneva-]{+The ministers have left the table+}',
  );
});

test('an empty wording has nothing to strike', () => {
  expect(compareWordings('', 'New summary')).toEqual([{ kind: 'added', text: 'New summary' }]);
  expect(compareWordings('Old summary', '')).toEqual([{ kind: 'removed', text: 'Old summary' }]);
  expect(compareWordings('', '')).toEqual([]);
});

test('long stretches without a change are cut to the words next to one', () => {
  const same = (text: string) => ({ kind: 'same' as const, text });
  const added = { kind: 'added' as const, text: 'new ' };
  const long = 'one two three four five six ';
  const texts = (parts: { text: string }[]) => parts.map(({ text }) => text);
  expect(texts(shortenContext([same(long), added, same(long), added, same(long)], 9))).toEqual([
    '… six ',
    'new ',
    'one two … six ',
    'new ',
    'one two …',
  ]);
  expect(texts(shortenContext([same('短い文が続く長い段落'), added], 3))).toEqual([
    '…い段落',
    'new ',
  ]);
  expect(texts(shortenContext([same('short'), added], 9))).toEqual(['short', 'new ']);
});

test('what stays and what was added is the later wording, whatever the texts are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.constantFrom('a', 'Война', 'мир', '東京', '-', ' ', '12'), { maxLength: 20 })
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareWordings(before, after);
      const later = parts.filter(({ kind }) => kind !== 'removed');
      expect(later.map((part) => part.text).join('')).toBe(after);
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillText, type Texts } from '../../src/domain/texts';

const texts: Texts = {
  plain: { message: 'Nothing to fill in' },
  counted: { message: '$1 of $2, $1 again' },
  close: { message: '$1$2' },
  named: {
    message: '$STORIES$ in $SPAN$, not $1',
    placeholders: { stories: { content: '$1' }, span: { content: '$2' } },
  },
  unknown: { message: 'From $NOBODY$.' },
};

test.each([
  ['plain', ['x'], 'Nothing to fill in'],
  ['counted', ['3', '7'], '3 of 7, 3 again'],
  ['counted', ['3'], '3 of , 3 again'],
  ['close', ['3', '7'], '37'],
  ['named', ['five', '$1'], 'five in $1, not five'],
  ['unknown', ['x'], 'From .'],
  ['missing', ['x'], ''],
])('%s with %j', (key, values, filled) => {
  expect(fillText(texts, key, values)).toBe(filled);
});

test('values stand as they are, whatever is in them', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(fillText(texts, 'counted', [a, b])).toBe(`${a} of ${b}, ${a} again`);
    }),
  );
});

test.each(readdirSync('public/_locales'))('%s has nothing that is not filled in', (language) => {
  const own: Texts = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
  const values = Array.from({ length: 9 }, (_, at) => `<${at + 1}>`);
  for (const [key, { message }] of Object.entries(own)) {
    const places = message.match(/\$(?:\d|\w+\$)/g) ?? [];
    const filled = fillText(own, key, values);
    expect(filled, key).not.toContain('$');
    expect(filled.match(/<\d>/g) ?? [], key).toHaveLength(places.length);
  }
});

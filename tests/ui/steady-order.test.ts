import fc from 'fast-check';
import { expect, test } from 'vitest';
import { steadyOrder } from '../../src/ui/state/steady-order';
import { story } from './samples';

const ids = (stories: { storyId: string }[]) => stories.map(({ storyId }) => storyId).join('');
const list = (letters: string) => [...letters].map((letter) => story(letter));

test('shown stories keep their order, new ones come where they rank', () => {
  expect(ids(steadyOrder([], list('abc')))).toBe('abc');
  expect(ids(steadyOrder(list('abc'), list('bca')))).toBe('abc');
  expect(ids(steadyOrder(list('abc'), list('xabyc')))).toBe('xabyc');
  expect(ids(steadyOrder(list('abc'), list('acx')))).toBe('acx');
});

test('lists what is ranked, each once', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(letters, letters, (shown, ranked) => {
      const steady = ids(steadyOrder(list(shown.join('')), list(ranked.join(''))));
      expect([...steady].sort()).toEqual([...ranked].sort());
    }),
  );
});

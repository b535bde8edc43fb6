import { expect, test } from 'vitest';
import type { Story } from '../../src/domain/model';
import { sameWhereEqual } from '../../src/ui/state/same-where-equal';
import { story } from './samples';

const idOf = ({ storyId }: Story) => storyId;

test('what did not change is the very object that is shown; what did is what was read', () => {
  const shown = [story('a'), story('b'), story('gone')];
  const read = [story('new'), story('b', { isUnread: false }), story('a')];
  const same = sameWhereEqual(shown, read, idOf);
  expect(same).toEqual(read);
  expect(same[2]).toBe(shown[0]);
  expect(same[1]).toBe(read[1]);
  expect(same[0]).toBe(read[0]);
});

test('where nothing changed, it is the very list that is shown; not where the order or the number is another', () => {
  const shown = [story('a'), story('b')];
  expect(sameWhereEqual(shown, [story('a'), story('b')], idOf)).toBe(shown);
  expect(sameWhereEqual(shown, [story('b'), story('a')], idOf)).not.toBe(shown);
  expect(sameWhereEqual(shown, [story('a')], idOf)).toEqual([story('a')]);
});

import { expect, test } from 'vitest';
import { sameWhereEqual } from '../../src/ui/state/same-where-equal';
import { story } from './samples';

test('what did not change is the very object that is shown; what did is what was read', () => {
  const shown = [story('a'), story('b'), story('gone')];
  const read = [story('new'), story('b', { isUnread: false }), story('a')];
  const same = sameWhereEqual(shown, read);
  expect(same).toEqual(read);
  expect(same[2]).toBe(shown[0]);
  expect(same[1]).toBe(read[1]);
  expect(same[0]).toBe(read[0]);
});

import { expect, test } from 'vitest';
import { timeWindows } from '../../../src/domain/story/time-windows';

test('windows that touch become one, others stay apart', () => {
  expect(timeWindows([100, 0, 12], 10)).toEqual([
    { from: -10, to: 22 },
    { from: 90, to: 110 },
  ]);
  expect(timeWindows([], 10)).toEqual([]);
});

import { expect, test, vi } from 'vitest';
import { groupByDay } from '../../src/ui/group-by-day';
import { NOW, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 2, day, hour, minute).getTime();

test('stories stand below their local day, in their order', () => {
  const times = [at(29, 23, 59), at(29, 4), at(29, 0), at(28, 23, 59), at(20, 12)];
  const groups = groupByDay(times.map((sortAt, index) => story(String(index), { sortAt })));
  expect(groups.map(({ stories }) => stories.map(({ storyId }) => storyId))).toEqual([
    ['0', '1', '2'],
    ['3'],
    ['4'],
  ]);
  expect(groups.map(({ above }) => above)).toEqual([0, 3, 4]);
  expect(groups[0]?.day).toBe(at(29, 0));
});

test('no stories, no days', () => {
  expect(groupByDay([])).toEqual([]);
  expect(groupByDay([story('a', { sortAt: NOW })])).toHaveLength(1);
});

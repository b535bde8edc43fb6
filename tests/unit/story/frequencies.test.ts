import { expect, test } from 'vitest';
import { countOfStep, newsFrequencies, stepOfCount } from '../../../src/domain/story/frequencies';

test('the table knows common words from rare ones', () => {
  const { byTerm, total } = newsFrequencies();
  const president = byTerm.get('president') ?? 0;
  expect(president).toBeGreaterThan(byTerm.get('librari') ?? 0);
  expect(president).toBeLessThan(total / 20);
  expect(byTerm.get('<pres')).toBeGreaterThanOrEqual(president);
});

test('a count survives its step to a tenth', () => {
  for (const count of [1, 3, 17, 1234]) {
    expect(Math.abs(countOfStep(stepOfCount(count)) / count - 1)).toBeLessThan(0.1);
  }
});

import { expect, test } from 'vitest';
import { decideBreaking } from '../../../src/domain/story/breaking';
import { HOUR, makeArticle, NOW } from '../../support/make';

const publisherOf = () => 'RT News';

test('a publisher’s own mark on a fresh article makes its story breaking, with the reason', () => {
  const articles = [makeArticle({ kicker: 'Срочно' })];
  expect(decideBreaking({ articles, publisherOf, previous: null, now: NOW + HOUR })).toEqual({
    decidedAt: NOW + HOUR,
    reasons: [{ kind: 'kicker', word: 'Срочно', publisher: 'RT News' }],
  });
});

test('an old article is not breaking because its feed was followed just now', () => {
  const articles = [makeArticle({ kicker: 'BREAKING' })];
  expect(decideBreaking({ articles, publisherOf, previous: null, now: NOW + 5 * HOUR })).toBeNull();
});

test('without a mark nothing is', () => {
  const articles = [makeArticle()];
  expect(decideBreaking({ articles, publisherOf, previous: null, now: NOW })).toBeNull();
});

test('a decision stays as it was made', () => {
  const previous = { decidedAt: NOW, reasons: [] };
  const articles = [makeArticle({ kicker: 'BREAKING' })];
  expect(decideBreaking({ articles, publisherOf, previous, now: NOW + HOUR })).toBe(previous);
});

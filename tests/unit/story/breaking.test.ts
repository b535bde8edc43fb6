import { expect, test } from 'vitest';
import type { Article } from '../../../src/domain/model';
import { decideBreaking as decide } from '../../../src/domain/story/breaking';
import { NO_COUNTS } from '../../../src/domain/story/reader-counts';
import { Vocabulary } from '../../../src/domain/story/vocabulary';
import { HOUR, makeArticle, NOW } from '../../support/make';

const isNotTrusted = { publisherOf: () => 'RT News', isTrusted: () => false };
const isTrusted = { ...isNotTrusted, isTrusted: () => true };
const context = {
  publishers: 5,
  decided: [] as { at: number; title: string }[],
  vocabulary: new Vocabulary(NO_COUNTS),
};

type Input = Omit<Parameters<typeof decide>[0], 'context'>;
const decideBreaking = (input: Input) => decide({ ...input, context });

const quake = (publishers: number, change: Partial<Article> = {}) =>
  Array.from({ length: publishers }, (_, n) =>
    makeArticle({
      ...{ articleId: `q${n}`, feedId: `f${n}`, url: `https://paper${n}.example/1` },
      title: `Strong earthquake kills ${n * 12} people in northern Chile`,
      sortAt: NOW - n * 600_000,
      ...change,
    }),
  );
const told = (articles: Article[], change: Partial<typeof context> = {}) =>
  decide({
    articles,
    ...isNotTrusted,
    previous: null,
    now: NOW,
    context: { ...context, ...change },
  });

test('the mark of a trusted publisher on a fresh article makes its story breaking, with the reason', () => {
  const articles = [makeArticle({ kicker: 'Срочно' })];
  const input = { articles, previous: null, now: NOW + HOUR };
  expect(decideBreaking({ ...input, ...isTrusted })).toEqual({
    decidedAt: NOW + HOUR,
    reasons: [{ kind: 'kicker', word: 'Срочно', publisher: 'RT News' }],
  });
});

test('a publisher’s own mark alone is not enough where the user does not say so', () => {
  const articles = [makeArticle({ kicker: 'BREAKING' })];
  const input = { articles, previous: null, now: NOW };
  expect(decideBreaking({ ...input, ...isNotTrusted })).toBeNull();
});

test('a mark helps what two publishers tell, and is one of the reasons', () => {
  const two = quake(2, { title: 'Chile opens the museum of copper' });
  expect(told(two)).toBeNull();
  const marked = two.map((article, n) => ({ ...article, kicker: n === 0 ? 'BREAKING' : null }));
  expect(told(marked)?.reasons.map(({ kind }) => kind)).toEqual(['kicker', 'publishers', 'burst']);
});

test('an old article is not breaking because its feed was followed just now', () => {
  const articles = [makeArticle({ kicker: 'BREAKING' })];
  const input = { articles, previous: null, now: NOW + 5 * HOUR };
  expect(decideBreaking({ ...input, ...isTrusted })).toBeNull();
});

test('without a mark nothing is', () => {
  const articles = [makeArticle()];
  const input = { articles, previous: null, now: NOW };
  expect(decideBreaking({ ...input, ...isTrusted })).toBeNull();
});

test('a decision stays as it was made', () => {
  const previous = { decidedAt: NOW, reasons: [] };
  const articles = [makeArticle({ kicker: 'BREAKING' })];
  expect(decideBreaking({ articles, ...isTrusted, previous, now: NOW + HOUR })).toBe(previous);
});

test('what several publishers tell at once is breaking, with all reasons', () => {
  const decision = told(quake(4));
  expect(decision?.reasons).toEqual([
    {
      ...{ kind: 'publishers', count: 4, withinMs: 4 * HOUR },
      title: expect.stringContaining('earthquake'),
    },
    { kind: 'burst', ratio: 12 },
    { kind: 'severity', word: 'earthquake' },
  ]);
});

test('two feeds of one site do not confirm each other, and one feed alone never does', () => {
  const oneSite = quake(4).map((article) => ({ ...article, url: 'https://www.paper.example/1' }));
  expect(told(oneSite)).toBeNull();
  expect(told(quake(6, { feedId: 'f1', url: null }), { publishers: 1 })).toBeNull();
});

test('with two feeds only what is grave is breaking', () => {
  const calm = quake(2).map((article, n) => ({ ...article, title: `Chile opens museum ${n}` }));
  expect(told(calm, { publishers: 2 })).toBeNull();
  expect(told(quake(2), { publishers: 2 })).not.toBeNull();
});

test('who follows many publishers needs more of them', () => {
  expect(told(quake(4), { publishers: 20 })).toBeNull();
  expect(told(quake(8), { publishers: 20 })).not.toBeNull();
});

test('an event that was decided on is not breaking again in two days', () => {
  const decided = [{ at: NOW - 5 * HOUR, title: 'Earthquake in northern Chile kills many people' }];
  expect(told(quake(5), { decided })).toBeNull();
  const longAgo = decided.map(({ title }) => ({ at: NOW - 50 * HOUR, title }));
  expect(told(quake(5), { decided: longAgo })).not.toBeNull();
});

test('each breaking story of the last hours makes the next one harder', () => {
  const others = (count: number, at: number) =>
    Array.from({ length: count }, (_, n) => ({ at, title: `Other ${n}` }));
  expect(told(quake(2))).not.toBeNull();
  expect(told(quake(2), { decided: others(3, NOW - HOUR) })).toBeNull();
  expect(told(quake(9), { decided: others(3, NOW - HOUR) })).not.toBeNull();
  expect(told(quake(2), { decided: others(3, NOW - 30 * HOUR) })).not.toBeNull();
});

test('publishers of one story whose headlines tell different things do not confirm each other', () => {
  const titles = [
    'Earthquake survivors spend a second night in tents outside Santiago',
    'President Boric visits northern Chile and promises help to towns',
    'Copper price jumps as earthquake closes the largest mine in Antofagasta',
    'Why Chile has the strictest building rules in South America',
  ];
  const loose = quake(4).map((article, n) => ({ ...article, title: titles[n] ?? '' }));
  expect(told(loose)).toBeNull();
});

test('a story that was told all along does not burst', () => {
  const before = Array.from({ length: 30 }, (_, n) =>
    quake(1, { articleId: `b${n}`, sortAt: NOW - (5 + n) * HOUR }),
  ).flat();
  expect(told([...quake(4), ...before])).toBeNull();
});

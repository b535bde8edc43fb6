import { expect, test } from 'vitest';
import { readTopicAim } from '../../../src/domain/topic/classify';
import { TopicPreviewer } from '../../../src/domain/topic/preview';
import { DAY, HOUR, makeArticle, NOW } from '../../support/make';

function preview(query: string, ages: number[], publishers: string[] = []) {
  const matcher = readTopicAim({ query, publishers });
  if (!matcher.ok) throw new Error(matcher.error.kind);
  const previewer = new TopicPreviewer(matcher.value, NOW);
  for (const age of ages) {
    previewer.add(makeArticle({ title: `Missile ${age}`, sortAt: NOW - age }));
  }
  return previewer.get();
}

test('matches a week are counted over what is known, at most four weeks', () => {
  expect(preview('missile', [HOUR, 3 * DAY, 14 * DAY]).perWeek).toBeCloseTo(1.5);
  expect(preview('missile', [HOUR, DAY, 27 * DAY, 300 * DAY]).perWeek).toBeCloseTo(0.75);
  expect(preview('football', [HOUR, 14 * DAY]).perWeek).toBe(0);
});

test('less than a day is too little to say how many come', () => {
  expect(preview('missile', [HOUR, 2 * HOUR])).toMatchObject({ count: 2, perWeek: null });
});

test('examples are the first five, with the words marked', () => {
  const { count, total, examples } = preview('missile', [1, 2, 3, 4, 5, 6]);
  expect({ count, total }).toEqual({ count: 6, total: 6 });
  expect(examples.map(({ title }) => title)).toEqual(
    [1, 2, 3, 4, 5].map((age) => `Missile ${age}`),
  );
  expect(examples[0]?.marks).toEqual([{ start: 0, end: 7 }]);
});

test('a topic without words needs publishers, and catches all of theirs', () => {
  expect(readTopicAim({ query: ' ', publishers: [] })).toMatchObject({ ok: false });
  expect(preview('', [1, 2], ['rt.example']).count).toBe(2);
  expect(preview('missile', [1, 2], ['elsewhere.example']).count).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankReasons, rankStories } from '../../../src/domain/story/rank';
import { HOUR, makeStory, NOW } from '../../support/make';

const breaking = { decidedAt: NOW, reasons: [] };

function order(...stories: Parameters<typeof makeStory>[0][]): string[] {
  return rankStories(stories.map(makeStory), NOW).map(({ storyId }) => storyId);
}

test('more publishers, then fresher', () => {
  expect(
    order(
      { storyId: 'old', sortAt: NOW - HOUR },
      { storyId: 'new' },
      { storyId: 'wide', sortAt: NOW - HOUR, publisherCount: 4 },
    ),
  ).toEqual(['wide', 'new', 'old']);
});

test('what several carry falls behind in time', () => {
  expect(
    order({ storyId: 'wide', sortAt: NOW - 20 * HOUR, publisherCount: 8 }, { storyId: 'new' }),
  ).toEqual(['new', 'wide']);
});

test('breaking and followed topics lift a story, having read it lowers it', () => {
  expect(
    order(
      { storyId: 'plain' },
      { storyId: 'read', isUnread: false, breaking },
      { storyId: 'topic', topicIds: ['t1'] },
      { storyId: 'breaking', breaking },
    ),
  ).toEqual(['breaking', 'topic', 'plain', 'read']);
});

test('a story of the future weighs no more than one of now', () => {
  expect(
    order({ storyId: 'future', sortAt: NOW + 90 * HOUR }, { storyId: 'two', publisherCount: 2 }),
  ).toEqual(['two', 'future']);
});

test('the order does not depend on the order given', () => {
  const story = fc.record({
    storyId: fc.uuid(),
    publisherCount: fc.integer({ min: 0, max: 20 }),
    sortAt: fc.integer({ min: NOW - 48 * HOUR, max: NOW + HOUR }),
    isUnread: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(story, { selector: ({ storyId }) => storyId }), (samples) => {
      const stories = samples.map(makeStory);
      expect(rankStories([...stories].reverse(), NOW)).toEqual(rankStories(stories, NOW));
    }),
  );
});

test('every story has a reason', () => {
  expect(rankReasons(makeStory())).toEqual([{ kind: 'recent' }]);
  expect(rankReasons(makeStory({ publisherCount: 3, topicIds: ['t1'], breaking }))).toEqual([
    { kind: 'breaking' },
    { kind: 'publishers', count: 3 },
    { kind: 'topics', topicIds: ['t1'] },
  ]);
});

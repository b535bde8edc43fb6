import { expect, test } from 'vitest';
import type { NotificationLevel, Story } from '../../../src/domain/model';
import { type ChangedStory, isStillNews, planNotifications } from '../../../src/domain/notify/plan';
import { HOUR, makeArticle, makeStory, makeTopic, NOW } from '../../support/make';

const breaking = {
  decidedAt: NOW,
  reasons: [{ kind: 'kicker', word: 'BREAKING', publisher: 'RT' }],
} as const;
const breakingStory = makeStory({ breaking: { ...breaking, reasons: [...breaking.reasons] } });

function change(story: Story, article = makeArticle()): ChangedStory {
  return { story, arrivals: [article] };
}

function plan(
  changed: ChangedStory[],
  level: NotificationLevel = 'breaking',
  topics = [makeTopic()],
) {
  return planNotifications({ changed, topics, level, told: new Set(), now: NOW });
}

test('a breaking story is told once, under an id made from the story', () => {
  expect(plan([change(breakingStory)])).toMatchObject([
    { notificationId: 'story:s1', reason: 'breaking', because: ['BREAKING'], shownAt: null },
  ]);
  const told = new Set(['s1']);
  expect(
    planNotifications({
      changed: [change(breakingStory)],
      topics: [],
      level: 'breaking',
      told,
      now: NOW,
    }),
  ).toEqual([]);
});

test('off means off; an ordinary story is told only at “everything”', () => {
  expect(plan([change(breakingStory)], 'off')).toEqual([]);
  expect(plan([change(makeStory())])).toEqual([]);
  expect(plan([change(makeStory())], 'everything')).toMatchObject([{ reason: 'everything' }]);
});

test('a topic tells when the user wants it to, or when the level says all of them', () => {
  const story = makeStory({ topicIds: ['t1'] });
  expect(plan([change(story)])).toEqual([]);
  expect(plan([change(story)], 'topics')).toMatchObject([
    { reason: 'topic', because: ['Missiles'] },
  ]);
  const wanted = [makeTopic({ isNotifying: true })];
  expect(plan([change(story)], 'breaking', wanted)).toMatchObject([{ reason: 'topic' }]);
  expect(plan([change(story)], 'off', wanted)).toEqual([]);
});

test('never told: backlog of a new feed, old news, what is hidden or read, edits', () => {
  expect(plan([change(breakingStory, makeArticle({ isBacklog: true }))])).toEqual([]);
  expect(plan([change(breakingStory, makeArticle({ sortAt: NOW - 4 * HOUR }))])).toEqual([]);
  expect(plan([change({ ...breakingStory, isHidden: true })])).toEqual([]);
  expect(plan([change({ ...breakingStory, isUnread: false })])).toEqual([]);
  expect(plan([{ story: breakingStory, arrivals: [] }])).toEqual([]);
});

test('many at once become one summary', () => {
  const stories = ['s1', 's2', 's3', 's4'].map((storyId) => makeStory({ storyId }));
  const planned = plan(
    stories.map((story) => change(story)),
    'everything',
  );
  expect(planned).toMatchObject([{ notificationId: 'summary:s1', reason: 'summary' }]);
  expect(planned[0]?.storyIds).toHaveLength(4);
  expect(
    plan(
      stories.slice(1).map((story) => change(story)),
      'everything',
    ),
  ).toHaveLength(3);
});

test('what could not be shown for hours is no longer news', () => {
  const [record] = plan([change(breakingStory)]);
  if (!record) throw new Error('nothing planned');
  expect(isStillNews(record, NOW + HOUR)).toBe(true);
  expect(isStillNews(record, NOW + 4 * HOUR)).toBe(false);
});

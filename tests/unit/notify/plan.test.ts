import { expect, test } from 'vitest';
import { HOUR, makeArticle, makeStory, makeTopic, NOW } from '../../support/make';
import { breakingStory, changeOf, edited, planWith, quietNow } from './plan-support';

const heldBack = (plan: ReturnType<typeof planWith>) => plan.held.map((held) => held.heldBack);

test('a breaking story is told once, under an id made from the story', () => {
  const changed = [changeOf(breakingStory())];
  expect(planWith({ changed }).records).toMatchObject([
    { notificationId: 'story:s1', reason: 'breaking', because: ['BREAKING'], shownAt: null },
  ]);
  expect(planWith({ changed, told: new Set(['s1']) })).toEqual({ records: [], held: [] });
});

test('off means off; an ordinary story is told only at “everything”', () => {
  expect(planWith({ changed: [changeOf(breakingStory())], level: 'off' }).records).toEqual([]);
  const changed = [changeOf(makeStory())];
  expect(planWith({ changed }).records).toEqual([]);
  expect(planWith({ changed, level: 'everything' }).records).toMatchObject([
    { reason: 'everything' },
  ]);
});

test('a topic tells when the user wants it to, or when the level says all of them', () => {
  const changed = [changeOf(makeStory({ topicIds: ['t1'] }))];
  const topics = [makeTopic()];
  expect(planWith({ changed, topics }).records).toEqual([]);
  expect(planWith({ changed, topics, level: 'topics' }).records).toMatchObject([
    { reason: 'topic', because: ['Missiles'] },
  ]);
  const wanted = { changed, topics: [makeTopic({ isNotifying: true })] };
  expect(planWith(wanted).records).toMatchObject([{ reason: 'topic' }]);
  expect(planWith({ ...wanted, level: 'off' }).records).toEqual([]);
});

test('a topic set to “never” silences its stories, breaking ones too, and the log says so', () => {
  const changed = [changeOf(breakingStory({ topicIds: ['t1'] }))];
  const plan = planWith({ changed, topics: [makeTopic()], silentTopicIds: ['t1'] });
  expect(plan.records).toEqual([]);
  expect(heldBack(plan)).toEqual(['topic-off']);
});

test('a feed tells always or never, whatever the level; another publisher may still tell the story', () => {
  const ordinary = [changeOf(makeStory())];
  expect(planWith({ changed: ordinary, feeds: { f1: 'always' } }).records).toMatchObject([
    { reason: 'feed' },
  ]);
  const changed = [changeOf(breakingStory())];
  const plan = planWith({ changed, feeds: { f1: 'never' } });
  expect([plan.records, heldBack(plan)]).toEqual([[], ['feed-off']]);
  const both = [makeArticle(), makeArticle({ articleId: 'a2', feedId: 'f2' })];
  const carried = [{ ...changeOf(breakingStory()), arrivals: both }];
  expect(planWith({ changed: carried, feeds: { f1: 'never' } }).records).toHaveLength(1);
});

test('never told: backlog of a new feed, what is hidden or read, edits', () => {
  const silent = [
    changeOf(breakingStory(), makeArticle({ isBacklog: true })),
    changeOf({ ...breakingStory(), isHidden: true }),
    changeOf({ ...breakingStory(), isUnread: false }),
    { ...changeOf(breakingStory()), arrivals: [] },
  ];
  for (const changed of silent) expect(planWith({ changed: [changed] }).records).toEqual([]);
});

test('what is older than three hours never comes alone; after an absence several make a summary', () => {
  const old = makeArticle({ sortAt: NOW - 4 * HOUR });
  const changed = ['s1', 's2'].map((storyId) => changeOf(breakingStory({ storyId }), old));
  expect(heldBack(planWith({ changed }))).toEqual(['late', 'late']);
  const one = planWith({ changed: changed.slice(1), presence: 'returned' });
  expect([one.records, heldBack(one)]).toEqual([[], ['late']]);
  expect(planWith({ changed, presence: 'returned' }).records).toMatchObject([
    { reason: 'summary', occasion: 'away', storyIds: ['s1', 's2'] },
  ]);
});

test('several at once become one, the weightiest first', () => {
  const changed = [
    changeOf(makeStory({ storyId: 's1' })),
    changeOf(breakingStory({ storyId: 's2' })),
    changeOf(breakingStory({ storyId: 's3', publisherCount: 4 })),
  ];
  expect(planWith({ changed, level: 'everything' }).records).toMatchObject([
    { notificationId: 'summary:story:s1', storyIds: ['s3', 's2', 's1'], occasion: null },
  ]);
});

test('over the budget nothing comes; the last two of five are for breaking news', () => {
  const changed = [changeOf(breakingStory({ storyId: 's1' })), changeOf(makeStory())];
  const ordinary = [changeOf(makeStory())];
  const level = 'everything';
  expect(planWith({ changed: ordinary, level, spent: 2 }).records).toHaveLength(1);
  expect(heldBack(planWith({ changed: ordinary, level, spent: 3 }))).toEqual(['reserve']);
  expect(planWith({ changed, level, spent: 4 }).records).toMatchObject([{ reason: 'breaking' }]);
  expect(heldBack(planWith({ changed, level, spent: 5 }))).toEqual(['budget', 'budget']);
});

test('quiet hours hold back what comes, and let it go in one summary, once', () => {
  const changed = [changeOf(breakingStory())];
  const during = planWith({ changed, ...quietNow });
  expect(during.records).toEqual([]);
  const [held] = during.held;
  expect(held).toMatchObject({ heldId: 'story:s1', heldBack: 'quiet', isWaiting: true });
  if (!held) throw new Error('nothing held');
  const waiting = [{ held, story: breakingStory() }];
  expect(planWith({ waiting, ...quietNow })).toEqual({ records: [], held: [] });
  const after = planWith({ waiting, now: NOW + 8 * HOUR });
  expect(after.records).toMatchObject([{ reason: 'summary', occasion: 'quiet', storyIds: ['s1'] }]);
  expect(after.held).toMatchObject([{ isWaiting: false, toldAt: NOW + 8 * HOUR }]);
});

test('what waited and was read, hidden or switched off meanwhile is let go', () => {
  const [held] = planWith({ changed: [changeOf(breakingStory())], presence: 'locked' }).held;
  if (!held) throw new Error('nothing held');
  const outcome = (story: ReturnType<typeof breakingStory> | null, level?: 'off') =>
    planWith({ waiting: [{ held, story }], ...(level ? { level } : {}) });
  const read = outcome(breakingStory({ isUnread: false }));
  expect([read.records, heldBack(read)]).toEqual([[], ['seen']]);
  expect(heldBack(outcome(null))).toEqual(['unwanted']);
  expect(heldBack(outcome(breakingStory({ isHidden: true })))).toEqual(['unwanted']);
  expect(heldBack(outcome(breakingStory(), 'off'))).toEqual(['unwanted']);
});

test('an edit is told in the two cases that the user switched on, once a story', () => {
  const wording = { before: 'Minister resigns over budget', after: 'Minister stays in office' };
  const correction = [edited(makeStory({ isUnread: false }), { ...wording, wasRead: true })];
  expect(planWith({ changed: correction }).records).toEqual([]);
  expect(planWith({ changed: correction, tellsCorrections: true }).records).toMatchObject([
    { notificationId: 'edit:s1', reason: 'corrected' },
  ]);
  const told = new Set(['edit:s1']);
  expect(planWith({ changed: correction, tellsCorrections: true, told }).records).toEqual([]);
  const unread = [edited(makeStory(), { ...wording, wasRead: false })];
  expect(planWith({ changed: unread, tellsCorrections: true }).records).toEqual([]);
  const turn = [edited(breakingStory(), { ...wording, wasRead: false })];
  const plan = planWith({ changed: turn, tellsTurns: true, told: new Set(['s1']) });
  expect(plan.records).toMatchObject([{ reason: 'turned' }]);
  const polish = {
    before: 'Minister resigns over budget',
    after: 'Minister resigns over the budget',
  };
  const polished = [edited(breakingStory(), { ...polish, wasRead: false })];
  expect(planWith({ changed: polished, tellsTurns: true }).records).toEqual([]);
});

test('a muted story is never told of again', () => {
  const muted = new Set(['s1']);
  expect(planWith({ changed: [changeOf(breakingStory())], muted })).toEqual({
    records: [],
    held: [],
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, HeldStory, NotificationRecord, Story } from '../../../src/domain/model';
import { decideNotifications } from '../../../src/domain/notify/decide';
import { localTimeIn } from '../../../src/domain/notify/local-time';
import { type StoredParts, storyAt } from '../../../src/domain/notify/past-story';
import { isQuiet } from '../../../src/domain/notify/quiet-hours';
import { DEFAULT_NOTIFICATION_SETTINGS } from '../../../src/domain/notify/settings';
import { DAY, HOUR, MINUTE, makeArticle, makeFeed, makeStory, NOW } from '../../support/make';
import { replayWeek } from '../../support/replay';

const START = NOW - 6 * DAY;
const localTimeOf = localTimeIn('Europe/Berlin');
const feeds = new Map(
  ['f0', 'f1', 'f2'].map((feedId) => [feedId, makeFeed({ feedId, title: feedId })]),
);

interface Arrival {
  story: number;
  feed: number;
  /** Steps of five minutes since the start. */
  step: number;
  isBreaking: boolean;
}

/** The stories of a week in which these articles arrived. */
function storiesOf(arrivals: Arrival[]): StoredParts[] {
  const byStory = groupBy(arrivals, ({ story }) => story);
  return [...byStory].map(([number, carried]) => {
    const articles = carried
      .map(({ feed, step }, index): Article => {
        const at = START + step * 5 * MINUTE;
        const id = { articleId: `${number}-${index}`, feedId: `f${feed}`, storyId: `s${number}` };
        return makeArticle({ ...id, arrivedAt: at, sortAt: at, publishedAt: at });
      })
      .sort((a, b) => a.arrivedAt - b.arrivedAt);
    const [first] = articles;
    const decidedAt = first?.arrivedAt ?? 0;
    const isBreaking = carried.some((arrival) => arrival.isBreaking);
    const breaking = isBreaking ? { decidedAt, reasons: [] } : null;
    const story: Story = makeStory({ storyId: `s${number}`, breaking });
    return { story, articles, statuses: new Map(), feeds };
  });
}

const arrival = fc.record({
  story: fc.integer({ min: 0, max: 60 }),
  feed: fc.integer({ min: 0, max: 2 }),
  step: fc.integer({ min: 1, max: 5 * 288 }),
  isBreaking: fc.boolean(),
});

type Wishes = Pick<Parameters<typeof replayWeek>[0], 'level' | 'settings'>;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const nights = [{ weekdays: EVERY_DAY, from: 22 * 60, to: 7 * 60 }];
const twoDays = [{ weekdays: [2, 4], from: 12 * 60, to: 12 * 60 }];
const feedChoices: Wishes['settings']['feeds'][] = [{}, { f0: 'never' }, { f1: 'always' }];
const levels: Wishes['level'][] = ['breaking', 'everything', 'off'];

const wishes = fc
  .record({
    level: fc.constantFrom(...levels),
    dailyBudget: fc.integer({ min: 1, max: 6 }),
    feeds: fc.constantFrom(...feedChoices),
    quietHours: fc.record({ isOn: fc.boolean(), spans: fc.constantFrom(nights, twoDays) }),
  })
  .map(
    ({ level, ...choices }): Wishes => ({
      level,
      settings: { ...DEFAULT_NOTIFICATION_SETTINGS, ...choices },
    }),
  );

function groupBy<T, K>(list: T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function replay(stories: StoredParts[], { level, settings }: Wishes) {
  return replayWeek({ stories, level, settings, topics: [], absences: [], localTimeOf, now: NOW });
}

/** The worker's life: every five minutes a refresh, and a decision over what it brought. */
function live(stories: StoredParts[], { level, settings }: Wishes) {
  const records: NotificationRecord[] = [];
  const held = new Map<string, HeldStory>();
  for (let now = START; now <= NOW; now += 5 * MINUTE) {
    const storyOf = (storyId: string) => {
      const parts = stories.find(({ story }) => story.storyId === storyId);
      return parts ? storyAt(parts, now) : null;
    };
    const changed = stories.flatMap((parts) => {
      const arrivals = parts.articles.filter(({ arrivedAt }) => arrivedAt === now);
      const story = arrivals.length > 0 ? storyAt(parts, now) : null;
      return story ? [{ story, arrivals, edits: [] }] : [];
    });
    const waiting = [...held.values()]
      .filter(({ isWaiting }) => isWaiting)
      .map((each) => ({ held: each, story: storyOf(each.storyId) }));
    const plan = decideNotifications(
      { changed, waiting, shown: [], records, topics: [], absences: [] },
      { level, settings, localTimeOf, growthPaceMs: 0, now },
    );
    for (const each of plan.held) held.set(each.heldId, each);
    records.push(...plan.records.map((record) => ({ ...record, shownAt: now })));
  }
  return { records, held };
}

const essence = (records: NotificationRecord[]) =>
  records.map(({ notificationId, storyIds, reason, occasion }) => ({
    ...{ notificationId, storyIds, reason, occasion },
  }));

test('the preview of a week is what the worker would have decided in it', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 60 }), wishes, (arrivals, chosen) => {
      const stories = storiesOf(arrivals);
      const previewed = replay(stories, chosen);
      const lived = live(stories, chosen);
      expect(essence(previewed.records)).toEqual(essence(lived.records));
      expect(previewed.held.map(({ heldId, heldBack }) => [heldId, heldBack]).sort()).toEqual(
        [...lived.held.values()].map(({ heldId, heldBack }) => [heldId, heldBack]).sort(),
      );
    }),
    { numRuns: 5 },
  );
});

test('never over the budget of a local day, never twice, never in quiet hours, never of a feed set to never', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 150 }), wishes, (arrivals, chosen) => {
      const { level, settings } = chosen;
      const stories = storiesOf(arrivals);
      const { records } = replay(stories, { level, settings });
      const days = groupBy(records, ({ decidedAt }) => localTimeOf(decidedAt).day);
      for (const told of days.values())
        expect(told.length).toBeLessThanOrEqual(settings.dailyBudget);
      const told = records.flatMap(({ storyIds }) => storyIds);
      expect(new Set(told).size).toBe(told.length);
      for (const { decidedAt } of records) {
        expect(isQuiet(settings.quietHours, localTimeOf(decidedAt))).toBe(false);
      }
      const silent = stories.filter(({ articles }) =>
        articles.every(({ feedId }) => settings.feeds[feedId] === 'never'),
      );
      for (const { story } of silent) expect(told).not.toContain(story.storyId);
      if (level === 'off') expect(records).toEqual([]);
      expect(replay(stories, { level, settings }).records).toEqual(records);
    }),
    { numRuns: 40 },
  );
});

test('what was read before it could be told stays untold; a sleep ends in one summary', () => {
  const stories = storiesOf(
    [1, 2].map((story) => ({ story, feed: 0, step: 12 * story, isBreaking: true })),
  );
  const chosen = { level: 'breaking', settings: DEFAULT_NOTIFICATION_SETTINGS } as const;
  const absences = [{ from: START, to: START + 9 * HOUR }];
  const input = { ...chosen, stories, topics: [], absences, localTimeOf, now: NOW };
  expect(replayWeek(input).records).toMatchObject([{ occasion: 'away', storyIds: ['s2', 's1'] }]);
  const status = {
    articleId: '1-0',
    feedId: 'f0',
    arrivedAt: START,
    lastSeenAt: START,
    knownAs: [],
    savedAt: null,
  };
  stories[0]?.statuses.set('1-0', { ...status, readAt: START + 5 * HOUR });
  expect(replayWeek(input).records).toMatchObject([{ storyIds: ['s2'] }]);
});

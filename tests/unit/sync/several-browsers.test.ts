import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/domain/json';
import { DAY } from '../../support/make';
import {
  type Browser,
  followedIn,
  forgetRemoved,
  newBrowser,
  removeFeed,
  removeTopic,
  settle,
  sync,
} from './browsers';
import { feedOf, noChoices, topicOf } from './samples';

const pair = (feeds = [feedOf('gazette'), feedOf('orbit')]) => {
  const [a, b] = [newBrowser('aaaaaa', { feeds }), newBrowser('bbbbbb')];
  settle(a, b);
  return { a, b };
};

const edit = (browser: Browser, title: string, change: object) => {
  browser.choices = {
    ...browser.choices,
    feeds: browser.choices.feeds.map((feed) =>
      feed.title === title ? { ...feed, ...change } : feed,
    ),
  };
};
const set = (browser: Browser, settings: { [key: string]: Json }) => {
  browser.choices = { ...browser.choices, settings };
};

describe('joining', () => {
  test('two browsers with different feeds have them all', () => {
    const a = newBrowser('aaaaaa', { feeds: [feedOf('gazette')], topics: [topicOf('t1')] });
    const b = newBrowser('bbbbbb', { feeds: [feedOf('orbit')] });
    settle(a, b);
    expect([followedIn(a), followedIn(b)]).toEqual([
      ['gazette', 'orbit'],
      ['gazette', 'orbit'],
    ]);
    expect(b.choices.topics).toEqual([topicOf('t1')]);
  });

  test('a browser just installed takes over everything and overwrites nothing', () => {
    const settings = {
      notificationLevel: 'off',
      appearance: { theme: 'dark', language: 'ru' },
      hasStarted: true,
    };
    const a = newBrowser('aaaaaa', { feeds: [feedOf('gazette')], settings });
    const b = newBrowser('zzzzzz', { settings: { notificationLevel: 'breaking' } });
    settle(a, b);
    expect(a.choices.settings).toEqual(settings);
    const { hasStarted: _, ...shared } = settings;
    expect(b.choices.settings).toEqual(shared);
  });

  test('a feed that is followed here stays, although it was removed elsewhere before', () => {
    const { a } = pair();
    removeFeed(a, feedOf('orbit').feedId);
    const c = newBrowser('cccccc', { feeds: [feedOf('orbit')] });
    settle(a, c);
    expect(followedIn(a)).toEqual(['gazette', 'orbit']);
  });

  test('the same topic under two ids is not listed twice', () => {
    const a = newBrowser('aaaaaa', { topics: [topicOf('t1', { name: 'Space' })] });
    const b = newBrowser('bbbbbb', { topics: [topicOf('t2'), topicOf('t3', { query: 'rain' })] });
    settle(a, b);
    const names = ({ choices }: Browser) => choices.topics.map(({ name }) => name).sort();
    expect(names(b)).toEqual(['Missiles', 'Space']);
    expect(names(a)).toEqual(names(b));
  });

  test('nothing to join leaves everything as it was', () => {
    const choices = { feeds: [feedOf('gazette')], topics: [topicOf('t1')], settings: { a: 1 } };
    const a = newBrowser('aaaaaa', choices);
    sync(a, { entries: {} });
    expect(a.choices).toEqual(choices);
  });
});

describe('changes in two browsers that did not hear of each other', () => {
  test('different fields of one feed are both taken', () => {
    const { a, b } = pair();
    edit(a, 'gazette', { title: 'The Gazette' });
    edit(b, 'gazette', { checkEveryMs: 900_000 });
    settle(a, b);
    for (const { choices } of [a, b]) {
      expect(choices.feeds).toContainEqual(
        feedOf('gazette', { title: 'The Gazette', checkEveryMs: 900_000 }),
      );
    }
  });

  test('of one field the later choice counts, also where a clock is behind', () => {
    const { a, b } = pair();
    b.aheadMs = -3 * DAY;
    edit(a, 'gazette', { title: 'First' });
    settle(a, b);
    edit(b, 'First', { title: 'Second' });
    settle(b, a);
    expect(followedIn(a)).toEqual(['Second', 'orbit']);
  });

  test('each single setting, and each member of a set', () => {
    const { a, b } = pair();
    const level = (feeds: Json, silentTopicIds: Json) => ({
      notifications: { feeds, silentTopicIds, dailyBudget: 5 },
    });
    set(a, level({ f1: 'always' }, ['t1']));
    settle(a, b);
    set(a, level({ f1: 'always', f2: 'never' }, ['t1', 't2']));
    set(b, level({}, ['t1', 't3']));
    settle(a, b);
    for (const { choices } of [a, b]) {
      expect(choices.settings).toMatchObject({ notifications: { feeds: { f2: 'never' } } });
      expect(choices.settings).not.toMatchObject({ notifications: { feeds: { f1: 'always' } } });
      const { silentTopicIds } = choices.settings['notifications'] as { silentTopicIds: string[] };
      expect(silentTopicIds.toSorted()).toEqual(['t1', 't2', 't3']);
    }
  });

  test('a feed removed in one and renamed later in the other stays', () => {
    const { a, b } = pair();
    removeFeed(a, feedOf('orbit').feedId);
    const said = sync(a, { entries: {} });
    edit(b, 'orbit', { title: 'My Orbit' });
    sync(b, said);
    settle(b, a);
    expect([followedIn(a), followedIn(b)]).toEqual([
      ['My Orbit', 'gazette'],
      ['My Orbit', 'gazette'],
    ]);
  });

  test('both removed different feeds, both added one', () => {
    const { a, b } = pair();
    removeFeed(a, feedOf('orbit').feedId);
    removeFeed(b, feedOf('gazette').feedId);
    a.choices = { ...a.choices, feeds: [...a.choices.feeds, feedOf('harbor')] };
    b.choices = { ...b.choices, feeds: [...b.choices.feeds, feedOf('summit')] };
    settle(a, b);
    expect([followedIn(a), followedIn(b)]).toEqual([
      ['harbor', 'summit'],
      ['harbor', 'summit'],
    ]);
  });
});

describe('removals', () => {
  test('reach the other browser, and come back by undo', () => {
    const { a, b } = pair();
    removeFeed(a, feedOf('orbit').feedId);
    settle(a, b);
    expect(followedIn(b)).toEqual(['gazette']);
    edit(a, 'orbit', { removedAt: null });
    settle(a, b);
    expect(followedIn(b)).toEqual(['gazette', 'orbit']);
  });

  test('a feed is not followed again when its removal is forgotten here', () => {
    const { a, b } = pair();
    removeFeed(a, feedOf('orbit').feedId);
    settle(a, b);
    forgetRemoved(a);
    forgetRemoved(b);
    settle(a, b);
    expect([followedIn(a), followedIn(b)]).toEqual([['gazette'], ['gazette']]);
  });

  test('topics go only when that was said', () => {
    const a = newBrowser('aaaaaa', { topics: [topicOf('t1'), topicOf('t2', { query: 'rain' })] });
    const b = newBrowser('bbbbbb');
    settle(a, b);
    removeTopic(b, 't1');
    settle(a, b);
    expect(a.choices.topics.map(({ topicId }) => topicId)).toEqual(['t2']);
  });

  test('a browser that lost everything by accident gets it back, and takes nothing from the others', () => {
    const { a, b } = pair();
    set(a, { notificationLevel: 'off', notifications: { feeds: { f1: 'always' } } });
    a.choices = { ...a.choices, topics: [topicOf('t1')] };
    settle(a, b);
    const whole = structuredClone(a.choices);
    b.choices = noChoices;
    settle(b, a);
    expect(a.choices).toEqual(whole);
    expect(followedIn(b)).toEqual(['gazette', 'orbit']);
    expect(b.choices.settings).toEqual(whole.settings);
  });

  test('empty, unreadable and foreign documents take nothing away', () => {
    const { a } = pair();
    const before = structuredClone(a.choices);
    sync(a, { entries: {} });
    sync(a, {
      entries: { 'f/other': { fields: {}, removedAt: null }, x: { fields: {}, removedAt: null } },
    });
    expect(a.choices).toEqual(before);
  });
});

describe('one feed at two addresses', () => {
  const moved = (title: string, feedId: string) =>
    feedOf('new', { feedId, title, formerUrls: [feedOf('old').feedUrl] });

  test('that one browser followed before it moved and the other after is one feed', () => {
    const a = newBrowser('aaaaaa', { feeds: [moved('Moved', feedOf('old').feedId)] });
    const b = newBrowser('bbbbbb', { feeds: [feedOf('new', { title: 'Moved' })] });
    settle(a, b);
    expect([followedIn(a), followedIn(b)]).toEqual([['Moved'], ['Moved']]);
    removeFeed(b, feedOf('new').feedId);
    settle(b, a);
    expect([followedIn(a), followedIn(b)]).toEqual([[], []]);
  });

  test('two feeds that became one in one browser become one in the other', () => {
    const { a, b } = pair([feedOf('old', { title: 'Old' }), feedOf('new', { title: 'New' })]);
    a.choices = { ...a.choices, feeds: [moved('New', feedOf('new').feedId)] };
    settle(a, b);
    expect([followedIn(a), followedIn(b)]).toEqual([['New'], ['New']]);
    expect(b.choices.feeds[0]).toMatchObject({ feedUrl: feedOf('new').feedUrl });
  });
});

/** What a person does in one of three browsers, or browsers do among themselves. */
const names = ['gazette', 'orbit', 'harbor', 'summit'];
const step = fc.record({
  browser: fc.nat(2),
  act: fc.constantFrom('follow', 'remove', 'rename', 'set', 'tell', 'forget'),
  feed: fc.constantFrom(...names),
  to: fc.nat(2),
});

test('whatever several browsers do in whatever order, they end with the same, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const browsers = ['aaaaaa', 'bbbbbb', 'cccccc'].map((id) => newBrowser(id));
      const removed = new Set<string>();
      const followed = new Set<string>();
      for (const { browser: at, act, feed: name, to } of steps) {
        const browser = browsers[at];
        const other = browsers[to];
        if (!browser || !other) continue;
        const { feedId } = feedOf(name);
        const known = browser.choices.feeds.find((feed) => feed.feedId === feedId);
        if (act === 'follow') {
          followed.add(feedId);
          const others = browser.choices.feeds.filter((feed) => feed.feedId !== feedId);
          const again = { ...(known ?? feedOf(name)), removedAt: null };
          browser.choices = { ...browser.choices, feeds: [...others, again] };
        }
        if (act === 'remove' && known) {
          removed.add(feedId);
          removeFeed(browser, feedId);
          sync(browser, { entries: {} });
        }
        if (act === 'rename' && known?.removedAt === null) {
          edit(browser, known.title, { title: `${name}${to}` });
        }
        if (act === 'set') set(browser, { level: name });
        if (act === 'forget') forgetRemoved(browser);
        if (act === 'tell' && browser !== other) sync(other, sync(browser, { entries: {} }));
      }
      settle(...browsers);
      const idsIn = ({ choices }: Browser) =>
        choices.feeds
          .filter(({ removedAt }) => removedAt === null)
          .map(({ feedId }) => feedId)
          .sort();
      const [a, b, c] = browsers;
      if (!a || !b || !c) throw new Error('three browsers');
      expect([idsIn(b), followedIn(b)]).toEqual([idsIn(a), followedIn(a)]);
      expect([idsIn(c), followedIn(c)]).toEqual([idsIn(a), followedIn(a)]);
      expect(b.choices.settings).toEqual(a.choices.settings);
      const untouched = [...followed].filter((feedId) => !removed.has(feedId));
      expect(idsIn(a)).toEqual(expect.arrayContaining(untouched));
    }),
    { numRuns: 300 },
  );
});

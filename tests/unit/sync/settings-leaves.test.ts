import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json';
import { isTakenAway, leavesOf, withLeaves } from '../../../src/domain/sync/settings-leaves';

const leafValues = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.nat(), { minLength: 1 }),
);
const settings = fc.dictionary(
  fc.string().filter((key) => key !== '__proto__' && key !== 'hasStarted'),
  fc.oneof(
    leafValues,
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      leafValues,
      { minKeys: 1 },
    ),
  ),
) as fc.Arbitrary<JsonObject>;

test('settings are made of their leaves, whatever they are called', () => {
  fc.assert(
    fc.property(settings, (all) => {
      expect(withLeaves({}, leavesOf(all))).toEqual(all);
    }),
  );
});

test('what belongs to one browser does not leave it, and is not taken from another', () => {
  expect(leavesOf({ hasStarted: true, syncsChoices: true, level: 'off' })).toEqual({
    level: 'off',
  });
  expect(withLeaves({ hasStarted: false }, { hasStarted: true, level: 'off' })).toEqual({
    hasStarted: false,
    level: 'off',
  });
});

test('members of a set are choices of their own; taken away, they go', () => {
  const all = { notifications: { silentTopicIds: ['t1', 't2'], feeds: { f1: 'always' } } };
  const leaves = leavesOf(all);
  expect(leaves).toMatchObject({ 'notifications/silentTopicIds/t1': true });
  const without = { 'notifications/silentTopicIds/t1': null, 'notifications/feeds/f1': null };
  expect(withLeaves(all, without)).toEqual({
    notifications: { silentTopicIds: ['t2'], feeds: {} },
  });
  expect(all.notifications.silentTopicIds).toHaveLength(2);
});

test('a choice is taken away only where its list is still there', () => {
  const path = 'notifications/feeds/f1';
  expect(isTakenAway(path, { notifications: { feeds: {} } })).toBe(true);
  expect(isTakenAway(path, { notifications: {} })).toBe(false);
  expect(isTakenAway(path, {})).toBe(false);
  expect(isTakenAway('notifications/dailyBudget', { notifications: {} })).toBe(false);
});

test('a path that reaches into objects is not followed', () => {
  withLeaves({}, { '__proto__/polluted': true, 'a/__proto__/polluted': true });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

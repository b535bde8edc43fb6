import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Story } from '../../../src/domain/model';
import { countChange, NO_COUNTERS } from '../../../src/domain/story/counters';
import { makeStory } from '../../support/make';

const topics = fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'));

const story = fc
  .record({
    isUnread: fc.boolean(),
    isSaved: fc.boolean(),
    isHidden: fc.boolean(),
    topicIds: topics,
    mutedBy: topics,
  })
  .map((change) => makeStory(change));

/** The slow and obvious way. */
function countAll(stories: Story[]) {
  const shown = stories.filter(({ isHidden }) => !isHidden);
  const unread = shown.filter(({ isUnread }) => isUnread);
  const hidden = stories.filter(({ isHidden }) => isHidden);
  const tally = (ids: string[]) =>
    Object.fromEntries([...new Set(ids)].map((id) => [id, ids.filter((x) => x === id).length]));
  return {
    unread: unread.length,
    saved: stories.filter(({ isSaved }) => isSaved).length,
    unreadByTopic: tally(unread.flatMap(({ topicIds }) => topicIds)),
    hiddenByTopic: tally(hidden.flatMap(({ mutedBy }) => mutedBy)),
  };
}

test('adding up changes equals counting everything, whatever the order of changes', () => {
  const changes = fc.array(fc.tuple(fc.nat(5), fc.option(story)), { maxLength: 60 });
  fc.assert(
    fc.property(changes, (list) => {
      const stored = new Map<number, Story>();
      let counters = NO_COUNTERS;
      for (const [key, after] of list) {
        counters = countChange(counters, stored.get(key) ?? null, after);
        if (after) stored.set(key, after);
        else stored.delete(key);
      }
      expect(counters).toEqual(countAll([...stored.values()]));
    }),
  );
});

import type { Story } from '../../domain/model';

/** The stories as read, each that did not change as the object that is shown: its row is not drawn again. */
export function sameWhereEqual(shown: Story[], read: Story[]): Story[] {
  const known = new Map(shown.map((story) => [story.storyId, story]));
  return read.map((story) => {
    const before = known.get(story.storyId);
    return before && JSON.stringify(before) === JSON.stringify(story) ? before : story;
  });
}

import type { Story } from '../../domain/model';

/**
 * Stories as they are now in the order in which they are shown, so that no row moves away from under the
 * pointer; those that came meanwhile stand before the first shown one that they outrank.
 */
export function steadyOrder(shown: Story[], ranked: Story[]): Story[] {
  const present = new Map(ranked.map((story) => [story.storyId, story]));
  const known = new Set(shown.map(({ storyId }) => storyId));
  const rank = new Map(ranked.map(({ storyId }, index) => [storyId, index]));
  const steady = shown.flatMap(({ storyId }) => present.get(storyId) ?? []);
  for (const story of ranked) {
    if (known.has(story.storyId)) continue;
    const own = rank.get(story.storyId) ?? 0;
    const at = steady.findIndex(({ storyId }) => (rank.get(storyId) ?? 0) > own);
    steady.splice(at === -1 ? steady.length : at, 0, story);
  }
  return steady;
}

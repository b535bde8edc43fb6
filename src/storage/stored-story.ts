import type { Story } from '../domain/model';
import type { StoredStory } from './database';

/** The story as it is stored: its keys say in which lists it stands. */
export function withIndexKeys(story: Story): StoredStory {
  const { sortAt, isHidden, isSaved, breaking } = story;
  // A story whose feeds were all removed is hidden by nothing the user could show again.
  const isMuted = isHidden && story.mutedBy.length > 0;
  return {
    ...story,
    visibleAt: isHidden ? null : sortAt,
    hiddenAt: isMuted ? sortAt : null,
    savedAt: isSaved ? sortAt : null,
    breakingAt: breaking && !isHidden ? breaking.decidedAt : null,
    topicKeys: isHidden ? [] : story.topicIds.map((topicId) => topicKey(topicId, sortAt)),
  };
}

/** Times padded to one width, so that strings sort as numbers do. */
export function topicKey(topicId: string, at: number): string {
  return `${topicId} ${String(Math.max(0, at)).padStart(16, '0')}`;
}

/** The story without its index keys. */
export function plainStory(stored: StoredStory): Story {
  const { visibleAt, hiddenAt, savedAt, breakingAt, topicKeys, ...story } = stored;
  return story;
}

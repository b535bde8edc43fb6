import type { Absence, Story } from '../model';
import type { ChangedStory } from './judge';
import { editsAt, type StoredParts, storyAt } from './past-story';

export const REPLAY_MS = 7 * 86_400_000;

export interface WeekMaterial {
  stories: StoredParts[];
  absences: Absence[];
}

/** What happened in the last seven days, whatever the settings: made once, replayed for each of them. */
export interface Week {
  /** When something arrived or was edited, or somebody came back; in order of time. */
  moments: Moment[];
  absences: Absence[];
  now: number;
  /** A story as it was; null for one that was not there. */
  storyOf(storyId: string, at: number): Story | null;
}

export interface Moment {
  at: number;
  changed: ChangedStory[];
}

/** Takes a step at each story, so that whoever runs it may pause. */
export function* weekOf({ stories, absences }: WeekMaterial, now: number): Generator<void, Week> {
  const isWithin = (at: number) => at <= now && at > now - REPLAY_MS;
  const changes = new Map<number, ChangedStory[]>();
  for (const { to } of absences) if (to !== null && isWithin(to)) changes.set(to, []);
  for (const parts of stories) {
    for (const at of timesOf(parts)) {
      if (!isWithin(at)) continue;
      const changed = changes.get(at) ?? [];
      changed.push(...changeAt(parts, at));
      changes.set(at, changed);
    }
    yield;
  }
  const moments = [...changes].map(([at, changed]) => ({ at, changed }));
  const byId = new Map(stories.map((parts) => [parts.story.storyId, parts]));
  return {
    moments: moments.sort((a, b) => a.at - b.at),
    ...{ absences, now },
    storyOf(storyId, at) {
      const parts = byId.get(storyId);
      return parts ? storyAt(parts, at) : null;
    },
  };
}

function timesOf({ articles }: StoredParts): Set<number> {
  return new Set(
    articles.flatMap(({ arrivedAt, revisions }) => [
      arrivedAt,
      ...revisions.map(({ replacedAt }) => replacedAt),
    ]),
  );
}

function changeAt(parts: StoredParts, at: number): ChangedStory[] {
  const story = storyAt(parts, at);
  const arrivals = parts.articles.filter(({ arrivedAt }) => arrivedAt === at);
  return story ? [{ story, arrivals, edits: editsAt(parts, at) }] : [];
}

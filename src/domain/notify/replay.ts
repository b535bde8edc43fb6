import type { Absence, HeldStory, NotificationRecord, Story } from '../model';
import type { ChangedStory } from './judge';
import type { LocalTime, LocalTimeOf } from './local-time';
import { editsAt, type StoredParts, storyAt } from './past-story';
import { planNotifications } from './plan';
import { presenceAt } from './presence';
import { isQuiet, quietEnd } from './quiet-hours';
import type { Wishes } from './reason';

export const REPLAY_MS = 7 * 86_400_000;

export interface ReplayInput extends Wishes {
  stories: StoredParts[];
  absences: Absence[];
  localTimeOf: LocalTimeOf;
  now: number;
}

export interface Replay {
  /** Oldest first. */
  records: NotificationRecord[];
  held: HeldStory[];
}

/**
 * What the user would have been told in the last seven days under these settings: every moment in which
 * something arrived, or a pause ended, is decided again by the same function as then.
 */
export function replayWeek(input: ReplayInput): Replay {
  const week = new Week(input);
  for (let at = week.nextTime(); at !== null; at = week.nextTime()) week.decide(at);
  return { records: week.records, held: [...week.held.values()] };
}

class Week {
  readonly records: NotificationRecord[] = [];
  readonly held = new Map<string, HeldStory>();
  readonly #input: ReplayInput;
  readonly #told = new Set<string>();
  readonly #spent = new Map<LocalTime['day'], number>();
  readonly #changes: Map<number, StoredParts[]>;
  readonly #times: number[];
  readonly #byId: Map<string, StoredParts>;
  #next = 0;
  /** When quiet hours end in which something waits. */
  #releaseAt: number | null = null;

  constructor(input: ReplayInput) {
    this.#input = input;
    this.#changes = changesByTime(input);
    const returns = input.absences.flatMap(({ to }) =>
      to !== null && isWithin(input, to) ? [to] : [],
    );
    this.#times = [...new Set([...this.#changes.keys(), ...returns])].sort((a, b) => a - b);
    this.#byId = new Map(input.stories.map((parts) => [parts.story.storyId, parts]));
  }

  nextTime(): number | null {
    const next = this.#times[this.#next] ?? null;
    const release = this.#releaseAt;
    if (release !== null && release <= this.#input.now && (next === null || release < next)) {
      this.#releaseAt = null;
      return release;
    }
    if (next !== null) this.#next += 1;
    return next;
  }

  decide(at: number): void {
    const input = this.#input;
    const local = input.localTimeOf(at);
    const waiting = [...this.held.values()].filter(({ isWaiting }) => isWaiting);
    const { quietHours } = input.settings;
    const presence = presenceAt(input.absences, at, this.records.at(-1)?.decidedAt ?? null);
    const isPaused = isQuiet(quietHours, local) || presence === 'locked';
    const plan = planNotifications({
      ...input,
      changed: (this.#changes.get(at) ?? []).flatMap((parts) => changeAt(parts, at)),
      // In a pause nothing is asked of what waits but which it is.
      waiting: waiting.map((held) => ({ held, story: isPaused ? null : this.#storyOf(held, at) })),
      told: this.#told,
      muted: new Set(),
      spent: this.#spent.get(local.day) ?? 0,
      presence,
      localTimeOf: () => local,
      now: at,
    });
    for (const held of plan.held) this.held.set(held.heldId, held);
    for (const record of plan.records) this.#tell(record, local.day);
    const isAnyWaiting = waiting.length > 0 || plan.held.some(({ isWaiting }) => isWaiting);
    if (isAnyWaiting && isQuiet(quietHours, local)) {
      this.#releaseAt = quietEnd(quietHours, at, input.localTimeOf);
    }
  }

  #storyOf({ storyId }: HeldStory, at: number): Story | null {
    const parts = this.#byId.get(storyId);
    return parts ? storyAt(parts, at) : null;
  }

  #tell(record: NotificationRecord, day: string): void {
    this.records.push(record);
    this.#spent.set(day, (this.#spent.get(day) ?? 0) + 1);
    this.#told.add(record.notificationId);
    const isNews = record.reason !== 'corrected' && record.reason !== 'turned';
    if (isNews) for (const storyId of record.storyIds) this.#told.add(storyId);
  }
}

function changeAt(parts: StoredParts, at: number): ChangedStory[] {
  const story = storyAt(parts, at);
  const arrivals = parts.articles.filter(({ arrivedAt }) => arrivedAt === at);
  return story ? [{ story, arrivals, edits: editsAt(parts, at) }] : [];
}

function changesByTime(input: ReplayInput): Map<number, StoredParts[]> {
  const changes = new Map<number, StoredParts[]>();
  for (const parts of input.stories) {
    const times = parts.articles.flatMap(({ arrivedAt, revisions }) => [
      arrivedAt,
      ...revisions.map(({ replacedAt }) => replacedAt),
    ]);
    for (const at of new Set(times)) {
      if (!isWithin(input, at)) continue;
      const list = changes.get(at);
      if (list) list.push(parts);
      else changes.set(at, [parts]);
    }
  }
  return changes;
}

function isWithin({ now }: ReplayInput, at: number): boolean {
  return at <= now && at > now - REPLAY_MS;
}

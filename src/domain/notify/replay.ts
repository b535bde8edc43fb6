import type { HeldStory, NotificationRecord } from '../model';
import { editId, newsId } from './judge';
import type { LocalTime, LocalTimeOf } from './local-time';
import { planNotifications } from './plan';
import { presenceAt } from './presence';
import { isQuiet, quietEnd } from './quiet-hours';
import type { Wishes } from './reason';
import type { WaitingStory } from './waiting';
import type { Moment, Week } from './week';

export interface ReplayRules extends Wishes {
  localTimeOf: LocalTimeOf;
}

export interface Replay {
  /** Oldest first. */
  records: NotificationRecord[];
  held: HeldStory[];
}

/**
 * What the user would have been told in the last seven days under these settings: every moment in which
 * something arrived, or a pause ended, is decided again by the same function as then. Takes a step at each
 * moment, so that whoever runs it may pause.
 */
export function* replaySteps(week: Week, rules: ReplayRules): Generator<void, Replay> {
  const replaying = new Replaying(week, rules);
  for (const moment of week.moments) {
    replaying.release(moment.at);
    replaying.decide(moment);
    yield;
  }
  replaying.release(Number.POSITIVE_INFINITY);
  return { records: replaying.records, held: [...replaying.held.values()] };
}

class Replaying {
  readonly records: NotificationRecord[] = [];
  readonly held = new Map<string, HeldStory>();
  readonly #week: Week;
  readonly #rules: ReplayRules;
  readonly #waiting = new Map<string, HeldStory>();
  readonly #told = new Set<string>();
  readonly #spent = new Map<LocalTime['day'], number>();
  /** When quiet hours end in which something waits. */
  #releaseAt: number | null = null;

  constructor(week: Week, rules: ReplayRules) {
    this.#week = week;
    this.#rules = rules;
  }

  /** Decides what waited, if quiet hours have ended before this time. */
  release(before: number): void {
    const at = this.#releaseAt;
    if (at === null || at > this.#week.now || at >= before) return;
    this.#releaseAt = null;
    this.decide({ at, changed: [] });
  }

  decide({ at, changed }: Moment): void {
    const rules = this.#rules;
    const { absences } = this.#week;
    const local = rules.localTimeOf(at);
    const { quietHours } = rules.settings;
    const presence = presenceAt(absences, at, this.records.at(-1)?.decidedAt ?? null);
    const isNight = isQuiet(quietHours, local);
    const plan = planNotifications({
      ...rules,
      changed,
      waiting: isNight || presence === 'locked' ? this.#named(changed) : this.#returning(at),
      told: this.#told,
      muted: new Set(),
      spent: this.#spent.get(local.day) ?? 0,
      presence,
      localTimeOf: () => local,
      now: at,
    });
    for (const held of plan.held) this.#hold(held);
    for (const record of plan.records) this.#tell(record, local.day);
    if (isNight && this.#waiting.size > 0) {
      this.#releaseAt ??= quietEnd(quietHours, at, rules.localTimeOf);
    }
  }

  /** In a pause nothing is asked of what waits but whether it is about these stories. */
  #named(changed: Moment['changed']): WaitingStory[] {
    const storyIds = new Set(changed.map(({ story }) => story.storyId));
    return [...storyIds].flatMap((storyId) =>
      [newsId({ storyId }), editId({ storyId })].flatMap((heldId) => {
        const held = this.#waiting.get(heldId);
        return held ? [{ held, story: null }] : [];
      }),
    );
  }

  #returning(at: number): WaitingStory[] {
    return [...this.#waiting.values()].map((held) => ({
      held,
      story: this.#week.storyOf(held.storyId, at),
    }));
  }

  #hold(held: HeldStory): void {
    this.held.set(held.heldId, held);
    if (held.isWaiting) this.#waiting.set(held.heldId, held);
    else this.#waiting.delete(held.heldId);
  }

  #tell(record: NotificationRecord, day: string): void {
    this.records.push(record);
    this.#spent.set(day, (this.#spent.get(day) ?? 0) + 1);
    this.#told.add(record.notificationId);
    const isNews = record.reason !== 'corrected' && record.reason !== 'turned';
    if (isNews) for (const storyId of record.storyIds) this.#told.add(storyId);
  }
}

import type { Absence, NotificationLevel, NotificationRecord, Topic } from '../model';
import { spentToday } from './budget';
import { planGrowth, type ShownStory } from './growth';
import { historyOf } from './history';
import type { ChangedStory } from './judge';
import type { LocalTimeOf } from './local-time';
import { type NotificationPlan, planNotifications } from './plan';
import { presenceAt } from './presence';
import type { NotificationSettings } from './settings';
import type { WaitingStory } from './waiting';

/** What is stored when the worker decides. */
export interface StoredFacts {
  changed: ChangedStory[];
  waiting: WaitingStory[];
  /** Single stories that may still be on the screen. */
  shown: ShownStory[];
  /** All that are kept. */
  records: NotificationRecord[];
  topics: Topic[];
  absences: Absence[];
}

export interface Rules {
  level: NotificationLevel;
  settings: NotificationSettings;
  localTimeOf: LocalTimeOf;
  /** The least time between two changes of a notification. */
  growthPaceMs: number;
  now: number;
}

/** The worker's decision: what to tell, what to hold back, and which notifications grow in place. */
export function decideNotifications(facts: StoredFacts, rules: Rules): NotificationPlan {
  const { changed, waiting, topics, records } = facts;
  const { now, localTimeOf, settings, growthPaceMs: paceMs } = rules;
  const { told, muted, toldAt } = historyOf(records);
  const spent = spentToday(records, now, localTimeOf);
  const presence = presenceAt(facts.absences, now, toldAt);
  const plan = planNotifications({
    ...rules,
    ...{ changed, waiting, topics, told, muted, spent, presence },
  });
  const growing =
    rules.level === 'off' ? [] : planGrowth(facts.shown, now, { ...settings, paceMs });
  return { records: [...plan.records, ...growing], held: plan.held };
}

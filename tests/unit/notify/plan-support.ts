import type { Article, Story } from '../../../src/domain/model';
import type { ChangedStory } from '../../../src/domain/notify/judge';
import { localTimeIn } from '../../../src/domain/notify/local-time';
import { type PlanInput, planNotifications } from '../../../src/domain/notify/plan';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '../../../src/domain/notify/settings';
import { makeArticle, makeStory, NOW } from '../../support/make';

export function breakingStory(change: Partial<Story> = {}): Story {
  const reasons = [{ kind: 'kicker' as const, word: 'BREAKING', publisher: 'RT' }];
  return makeStory({ breaking: { decidedAt: NOW, reasons }, ...change });
}

export function changeOf(story: Story, article: Article = makeArticle()): ChangedStory {
  return { story, arrivals: [article], edits: [] };
}

export function edited(
  story: Story,
  { before, after, wasRead }: { before: string; after: string; wasRead: boolean },
): ChangedStory {
  const revisions = [{ title: before, summary: '', replacedAt: NOW }];
  return {
    story,
    arrivals: [],
    edits: [{ article: makeArticle({ title: after, revisions }), wasRead }],
  };
}

type Change = Partial<PlanInput> & Partial<NotificationSettings>;

/** A plan with everything at its plainest; tests say only what they are about. */
export function planWith(change: Change) {
  const { dailyBudget, quietHours, feeds, silentTopicIds, tellsCorrections, tellsTurns } = {
    ...DEFAULT_NOTIFICATION_SETTINGS,
    ...change,
  };
  const chosen = { dailyBudget, quietHours, feeds, silentTopicIds, tellsCorrections, tellsTurns };
  return planNotifications({
    changed: [],
    waiting: [],
    topics: [],
    level: 'breaking',
    told: new Set(),
    muted: new Set(),
    spent: 0,
    presence: 'here',
    localTimeOf: localTimeIn('UTC'),
    now: NOW,
    ...change,
    settings: chosen,
  });
}

/** The tests' present is 10:57. */
export const quietNow: Change = {
  quietHours: {
    isOn: true,
    spans: [{ weekdays: [1], from: 10 * 60, to: 12 * 60 }],
  },
};

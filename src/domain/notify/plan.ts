import type {
  Article,
  BreakingDecision,
  NotificationLevel,
  NotificationRecord,
  Story,
  Topic,
} from '../model';

/** What is older never interrupts: it is read in the list. */
const NEWS_MS = 3 * 3_600_000;

/** More at once become one summary. */
const MOST_SINGLE = 3;

export interface ChangedStory {
  story: Story;
  /** Articles that joined it just now. */
  arrivals: Article[];
}

type Reason = Pick<NotificationRecord, 'reason' | 'because'>;

/**
 * What to tell the user about the stories that just changed. Ids are made from the stories', so a
 * story is told once, whatever happens in between.
 */
export function planNotifications(input: {
  changed: ChangedStory[];
  topics: Topic[];
  level: NotificationLevel;
  /** Stories that were told before. */
  told: ReadonlySet<string>;
  now: number;
}): NotificationRecord[] {
  const candidates = input.changed
    .filter(({ story }) => !story.isHidden && story.isUnread && !input.told.has(story.storyId))
    .filter(({ arrivals }) => arrivals.some((article) => isNews(article, input.now)))
    .flatMap(({ story }) => {
      const reason = reasonFor(story, input.topics, input.level);
      return reason ? [{ story, reason }] : [];
    })
    .sort((a, b) => b.story.sortAt - a.story.sortAt);
  if (candidates.length <= MOST_SINGLE) {
    return candidates.map(({ story, reason }) =>
      pending({ id: `story:${story.storyId}`, stories: [story], reason, now: input.now }),
    );
  }
  const stories = candidates.map(({ story }) => story);
  const reason: Reason = { reason: 'summary', because: [] };
  const id = `summary:${stories.map(({ storyId }) => storyId).sort()[0]}`;
  return [pending({ id, stories, reason, now: input.now })];
}

function isNews(article: Article, now: number): boolean {
  return !article.isBacklog && now - article.sortAt <= NEWS_MS;
}

/** A topic's own switch counts at every level but "off"; the level "topics" switches on all of them. */
function reasonFor(story: Story, topics: Topic[], level: NotificationLevel): Reason | null {
  if (level === 'off') return null;
  if (story.breaking) {
    return { reason: 'breaking', because: marksOf(story.breaking) };
  }
  const wanted = topics.filter(
    ({ topicId, isNotifying }) =>
      story.topicIds.includes(topicId) && (isNotifying || level === 'topics'),
  );
  if (wanted.length > 0) return { reason: 'topic', because: wanted.map(({ name }) => name) };
  return level === 'everything' ? { reason: 'everything', because: [] } : null;
}

/** The publishers' own marks, and the word that made it grave. */
function marksOf({ reasons }: BreakingDecision): string[] {
  return reasons.flatMap((reason) => ('word' in reason ? [reason.word] : []));
}

function pending(input: {
  id: string;
  stories: Story[];
  reason: Reason;
  now: number;
}): NotificationRecord {
  return {
    notificationId: input.id,
    storyIds: input.stories.map(({ storyId }) => storyId),
    ...input.reason,
    decidedAt: input.now,
    shownAt: null,
    expiredAt: null,
    clickedAt: null,
  };
}

/** Whether a notification that was decided, but not shown (the browser was closed), is still news. */
export function isStillNews(record: NotificationRecord, now: number): boolean {
  return now - record.decidedAt <= NEWS_MS;
}

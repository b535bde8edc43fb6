import type { Topic } from '../model';

/** Topics whose time is over since the last look, as ended. */
export function endTopics(topics: Topic[], now: number): Topic[] {
  return topics
    .filter(({ untilAt, endedAt }) => endedAt === null && untilAt !== null && untilAt <= now)
    .map((topic) => ({ ...topic, endedAt: now }));
}

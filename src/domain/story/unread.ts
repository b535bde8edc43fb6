import type { FrontPage } from '../model';

/**
 * How many unread stories the list shows: all of the latest, or a topic's. The badge and the views both take
 * their numbers from here, so that they cannot differ.
 */
export function unreadOf(
  { counters }: Pick<FrontPage, 'counters'>,
  topicId: string | null = null,
): number {
  return topicId === null ? counters.unread : (counters.unreadByTopic[topicId] ?? 0);
}

import { canGrow, PACE_MS } from '../../src/domain/notify/growth';
import { isEventLink } from './chaos-events';
import type { Ledger } from './chaos-ledger';
import type { Told } from './chaos-server';
import type { Snapshot } from './chaos-snapshot';

/**
 * Each story with news that its publisher marked was told once, or held back with a reason, and nothing
 * else was. What a killed browser was just about to show is given up, since twice would be worse.
 */
export function complainOfNotifications(
  { articles, notifications, heldStories }: Snapshot,
  ledger: Ledger,
  browserKills: number,
): string[] {
  const breaking = articles.filter(({ url }) => ledger.breaking.has(url ?? ''));
  const wanted = new Set(breaking.map(({ storyId }) => storyId ?? ''));
  const decided = notifications.flatMap(({ storyIds }) => storyIds);
  const held = heldStories.map(({ storyId }) => storyId);
  const silent = notifications.filter(({ shownAt }) => shownAt === null);
  const givenUp = silent.filter(
    ({ attemptedAt, expiredAt }) => attemptedAt !== null && expiredAt !== null,
  );
  return [
    ...[...wanted]
      .filter((id) => !decided.includes(id) && !held.includes(id))
      .map((id) => `never decided: story ${id}`),
    ...held.filter((id) => !wanted.has(id)).map((id) => `nothing to hold back: story ${id}`),
    ...decided.filter((id) => !wanted.has(id)).map((id) => `nothing to tell: story ${id}`),
    ...decided
      .filter((id, index) => decided.indexOf(id) !== index)
      .map((id) => `decided twice: story ${id}`),
    ...(givenUp.length > browserKills
      ? [`given up: ${givenUp.length}, browser kills: ${browserKills}`]
      : []),
    ...silent
      .filter((record) => !givenUp.includes(record))
      .map(({ notificationId }) => `not shown: ${notificationId}`),
  ];
}

/**
 * In one life of the browser each notification is created once: it stays on the screen, and a worker
 * that starts finds it there. It vanishes with a killed browser, so one whose mark was not yet written
 * is created again by the next: at most one for each kill, since they are shown one after the other.
 */
export function complainOfShowing(
  { notifications }: Snapshot,
  told: Told[],
  browserKills: number,
): string[] {
  const shown = notifications.filter(({ shownAt }) => shownAt !== null);
  const known = new Set(notifications.map(({ notificationId }) => notificationId));
  const created = told.filter(({ step }) => step === 'created');
  const byLife = created.map(({ notificationId, life }) => `${notificationId} in life ${life}`);
  const again = created.length - new Set(created.map(({ notificationId }) => notificationId)).size;
  return [
    ...byLife
      .filter((name, index) => byLife.indexOf(name) !== index)
      .map((name) => `created twice: ${name}`),
    ...(again > browserKills ? [`created again: ${again}, browser kills: ${browserKills}`] : []),
    ...shown
      .map(({ notificationId }) => notificationId)
      .filter((id) => !told.some(({ notificationId }) => notificationId === id))
      .map((id) => `marked as shown without having been: ${id}`),
    ...told
      .filter(({ notificationId }) => !known.has(notificationId))
      .map(({ notificationId }) => `shown without a decision: ${notificationId}`),
  ];
}

/** What several publishers tell of one event is one story, however their news came. */
export function complainOfEvents({ articles }: Snapshot): string[] {
  const stories = new Map<string, Set<string>>();
  const events = new Map<string, Set<string>>();
  for (const { url, storyId } of articles) {
    if (!isEventLink(url)) continue;
    const event = url?.split('-').at(-1) ?? '';
    const story = storyId ?? '';
    stories.set(event, (stories.get(event) ?? new Set()).add(story));
    events.set(story, (events.get(story) ?? new Set()).add(event));
  }
  return [
    ...[...stories]
      .filter(([, ids]) => ids.size > 1)
      .map(([event, ids]) => `one event in several stories: ${event} in ${[...ids].join()}`),
    ...[...events]
      .filter(([, numbers]) => numbers.size > 1)
      .map(([story, numbers]) => `several events in one story: ${[...numbers].join()} in ${story}`),
  ];
}

/**
 * A notification that is left alone says at last how many publishers tell its story. It was changed in
 * its place while it was on the screen, and never put up again: that would be a second creation.
 */
export function complainOfGrowth({ notifications, stories }: Snapshot, told: Told[]): string[] {
  const now = Date.now();
  const publishers = new Map(
    stories.map(({ storyId, publisherCount }) => [storyId, publisherCount]),
  );
  const names = (step: Told['step']) =>
    new Set(told.flatMap((each) => (each.step === step ? [each.notificationId] : [])));
  const changed = names('growing');
  const created = names('created');
  return [
    ...notifications
      .filter((record) => canGrow(record, now) && now - (record.grownAt ?? 0) > PACE_MS)
      .filter(
        ({ storyIds: [id = ''], ...record }) => record.publisherCount < (publishers.get(id) ?? 0),
      )
      .map(({ notificationId }) => `has not grown: ${notificationId}`),
    ...notifications
      .filter(({ isGrowing }) => isGrowing)
      .map(({ notificationId }) => `still growing: ${notificationId}`),
    ...notifications
      .filter(({ grownAt, closedAt }) => grownAt !== null && closedAt === null)
      .filter(({ notificationId }) => !changed.has(notificationId))
      .map(({ notificationId }) => `grown, and not on the screen: ${notificationId}`),
    ...[...changed]
      .filter((id) => !created.has(id))
      .map((id) => `grown without having been: ${id}`),
  ];
}

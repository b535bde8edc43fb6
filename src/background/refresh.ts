import { judgeClock } from '../domain/refresh/clock';
import { dueFeeds, isPaused, type RefreshMode } from '../domain/refresh/due';
import { troubleOf } from '../domain/storage-trouble';
import { decideBreaking } from '../domain/story/breaking';
import type { RefreshSummary } from '../messaging/protocol';
import { heedClock, noticeSetBack } from '../storage/clock';
import { scheduleNextChecks } from '../storage/feed-states';
import { listFeeds } from '../storage/feeds';
import { setFull } from '../storage/full-flag';
import { type Ending, groupChanges, readLeftOver } from '../storage/grouping';
import { retain } from '../storage/retention';
import { tidySearchIndex } from '../storage/search/tidy';
import { endDueTopics } from '../storage/topics';
import { scheduleAlarm } from './alarms';
import { announceChange } from './announce';
import type { CheckOutcome } from './check-feed';
import { checkFeeds } from './check-feeds';
import { isOffline } from './fetch-feed';
import { notificationRules } from './notification-rules';
import { showPending } from './notifier';
import { takeServerTimes } from './server-times';
import { stayAwake } from './stay-awake';

const NOTHING: RefreshSummary = {
  checked: 0,
  unchanged: 0,
  failed: 0,
  added: 0,
  edited: 0,
  stories: 0,
  notified: 0,
  isOffline: false,
  isTooSoon: false,
  isPaused: false,
};

/** How long what no check brings about (retention, what a crash left) may wait when nothing is due. */
const TIDY_EVERY_MS = 3_600_000;

interface Running {
  mode: RefreshMode;
  summary: Promise<RefreshSummary>;
}

let running: Running | null = null;

/**
 * The whole cycle, in the order of docs/architecture.md. One runs at a time: whoever asks meanwhile
 * gets the answer of the one that runs. Only a person who asks for all feeds while some are checked by
 * schedule is not put off with these.
 */
export function refresh(input: { now: number; mode?: RefreshMode }): Promise<RefreshSummary> {
  const mode = input.mode ?? 'scheduled';
  if (running && mode === 'manual' && running.mode === 'scheduled') {
    return running.summary.catch(() => undefined).then(() => refresh(input));
  }
  running ??= {
    mode,
    summary: stayAwake(() => runNoted(input.now, mode)).finally(() => {
      running = null;
    }),
  };
  return running.summary;
}

/** The end of the cycle that runs; null when none does. */
export function refreshEnded(): Promise<void> | null {
  return running?.summary.then(ignore, ignore) ?? null;
}

const ignore = (): void => undefined;

/** A cycle that surely starts after this call, for feeds that were followed just now. */
export async function refreshAgain(now: number): Promise<RefreshSummary> {
  await running?.summary.catch(() => undefined);
  return refresh({ now });
}

/** A refresh that could store all it found shows that there is space (again). */
async function runNoted(now: number, mode: RefreshMode): Promise<RefreshSummary> {
  try {
    const summary = await runCycle(now, mode);
    if (!summary.isOffline) await setFull(false);
    return summary;
  } catch (error) {
    if (troubleOf(error) === 'full') await announceChange();
    throw error;
  }
}

async function runCycle(now: number, mode: RefreshMode): Promise<RefreshSummary> {
  if (isOffline()) return { ...NOTHING, isOffline: true };
  await noticeSetBack(now);
  if (await endDueTopics(now)) await announceChange();
  const { feeds, states, pauses } = await listFeeds();
  const due = dueFeeds({ feeds, states, pauses, now, mode });
  const isTooSoon = mode === 'manual' && feeds.length > 0 && due.length === 0;
  if (due.length === 0 && (await isTidy(now))) {
    await scheduleAlarm(now, { feeds, states });
    const isPausing = isTooSoon && feeds.every((feed) => isPaused(feed, { pauses, now }));
    return { ...NOTHING, isTooSoon, isPaused: isPausing };
  }
  takeServerTimes();
  if (due.length > 0) await scheduleNextChecks(due, now);
  await announceChange();
  const outcomes = await checkFeeds(due, states, now);
  const isReached = outcomes.some(({ kind }) => kind !== 'failed');
  const refreshedAt = isReached ? Date.now() : null;
  const { stories, notified } = await concludeChanges(now, { refreshedAt, isRefreshOver: true });
  if (await heedClock(judgeClock(now, takeServerTimes()), now, now)) await retain(now);
  await announceChange();
  await scheduleAlarm(now);
  await tidySearchIndex(now);
  return { ...NOTHING, ...summarize(outcomes), stories, notified, isTooSoon };
}

/** Whether there is nothing to do but to check feeds. */
async function isTidy(now: number): Promise<boolean> {
  const { tidiedAt, hasQueued } = await readLeftOver();
  const isRecent = tidiedAt <= now && now - tidiedAt < TIDY_EVERY_MS;
  return isRecent && !hasQueued;
}

/** Story, breaking and notification steps for all that was stored since the last time. */
export async function concludeChanges(
  now: number,
  ending?: Ending,
): Promise<{ stories: number; notified: number }> {
  const notifications = await notificationRules();
  const { stories } = await groupChanges(
    { decide: (story) => decideBreaking({ ...story, now }), notifications },
    now,
    ending,
  );
  return { stories, notified: await showPending(now) };
}

function summarize(outcomes: CheckOutcome[]): Partial<RefreshSummary> {
  const changed = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome] : []));
  const count = (kind: CheckOutcome['kind']) =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    checked: outcomes.length,
    unchanged: count('unchanged'),
    failed: count('failed'),
    added: changed.reduce((sum, { added }) => sum + added.length, 0),
    edited: changed.reduce((sum, { edited }) => sum + edited, 0),
  };
}

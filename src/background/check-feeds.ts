import type { Feed, FeedState } from '../domain/model';
import type { CheckEntry, CheckResult } from '../domain/refresh/check-log';
import { hostOf } from '../domain/refresh/pause';
import { decideBreaking } from '../domain/story/breaking';
import { noteChecks } from '../storage/check-log';
import { type Check, newFeedState, recordUnchanged } from '../storage/feed-states';
import { showChanges } from '../storage/grouping';
import { feedsWithoutKeys } from '../storage/known-articles';
import { announceChange, announceProgress } from './announce';
import { type CheckOutcome, checkFeed } from './check-feed';
import { readAccess } from './has-access';
import { visitHost } from './host-queue';
import { keepListening } from './watch-request';

/** Headlines come to the list while slower feeds are awaited, but not after every feed of many… */
const SHOW_EVERY_MS = 1000;
/** …and finding their stories takes no more than a tenth of the time. */
const SHOW_PAUSE = 9;
/** Progress is read by an open popup some twice a second. */
const RECORD_EVERY_MS = 400;

/** Checks feeds, each with its own outcome, and lets the list and the progress follow. */
export async function checkFeeds(
  due: Feed[],
  states: Map<string, FeedState>,
  now: number,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  const entries: CheckEntry[] = [];
  const isGranted = await readAccess();
  const keyless = await feedsWithoutKeys();
  const stopListening = await keepListening();
  const journal = openJournal();
  const showArrivals = arrivalDisplay(now);
  const visit = async (feeds: Feed[], host: string) => {
    for (const feed of feeds) {
      const state = states.get(feed.feedId) ?? newFeedState(feed.feedId, now);
      const lacksKeys = keyless.has(feed.feedId);
      const visited = { feed, state, now, isGranted, lacksKeys };
      const begin = Date.now();
      const outcome = await visitHost(host, () => checkFeed(visited));
      outcomes.push(outcome);
      entries.push(entryOf(feed, outcome, { begin, end: Date.now() }));
      await journal.add(outcome, outcomes.length);
      if (outcome.kind === 'changed') await showArrivals(outcome.added);
      if (outcome.kind === 'failed' && outcome.isHostPaused) return;
    }
  };
  try {
    await Promise.all([...byHost(due)].map(([host, feeds]) => visit(feeds, host)));
  } finally {
    stopListening();
  }
  await journal.write(outcomes.length);
  await noteChecks(entries);
  return outcomes;
}

function entryOf(
  { feedUrl }: Feed,
  outcome: CheckOutcome,
  { begin, end }: { begin: number; end: number },
): CheckEntry {
  return { at: begin, feedUrl, tookMs: end - begin, result: resultOf(outcome) };
}

function resultOf(outcome: CheckOutcome): CheckResult {
  switch (outcome.kind) {
    case 'changed':
      return { kind: 'changed', added: outcome.added.length, edited: outcome.edited };
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'failed':
      return { kind: 'failed', error: outcome.error };
  }
}

/** Records outcomes and progress together, now and then: an unchanged feed costs no transaction. */
function openJournal() {
  let checks: Check[] = [];
  let writtenAt = Date.now();
  async function write(done: number): Promise<void> {
    const now = Date.now();
    const unwritten = checks;
    checks = [];
    writtenAt = now;
    await recordUnchanged(unwritten, { done, now });
    announceProgress();
  }
  return {
    write,
    async add(outcome: CheckOutcome, done: number): Promise<void> {
      if (outcome.kind === 'unchanged') checks.push(outcome.check);
      if (Date.now() - writtenAt >= RECORD_EVERY_MS) await write(done);
    },
  };
}

function arrivalDisplay(now: number): (articleIds: string[]) => Promise<void> {
  let arrived: string[] = [];
  let nextAt = 0;
  return async (articleIds) => {
    arrived.push(...articleIds);
    const begin = Date.now();
    if (begin < nextAt || arrived.length === 0) return;
    nextAt = Number.POSITIVE_INFINITY;
    const shown = arrived;
    arrived = [];
    await showChanges(shown, (story) => decideBreaking({ ...story, now }), now);
    await announceChange();
    const end = Date.now();
    nextAt = end + Math.max(SHOW_EVERY_MS, SHOW_PAUSE * (end - begin));
  };
}

function byHost(feeds: Feed[]): Map<string, Feed[]> {
  const hosts = new Map<string, Feed[]>();
  for (const feed of feeds) {
    const host = hostOf(feed.feedUrl);
    hosts.set(host, [...(hosts.get(host) ?? []), feed]);
  }
  return hosts;
}

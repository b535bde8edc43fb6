import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { REFRESH_ALARM } from '../../src/background/alarms';
import { ready } from '../../src/background/ready';
import { inWriteTransaction } from '../../src/storage/database';
import { endDeadRefresh, noteRefreshEnd } from '../../src/storage/dead-refresh';
import { recordUnchanged, scheduleNextChecks } from '../../src/storage/feed-states';
import { followFeeds, listFeeds } from '../../src/storage/feeds';
import { MINUTE } from '../support/make';
import { reinstall } from './fake-extension';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-extension')).fakeExtension,
}));

const START = Date.UTC(2026, 2, 1, 12);
const SECOND = 1_000;
const ADDRESSES = ['reached', 'unreached', 'elsewhere'].map((name) => `https://${name}.example/`);

beforeEach(async () => {
  await reinstall();
  const candidates = ADDRESSES.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null }));
  await followFeeds(candidates, START);
});

/** When each feed is next checked, in seconds from the start. */
async function nextChecks(): Promise<Record<string, number>> {
  const { feeds, states } = await listFeeds();
  const times = feeds.map(({ feedId, feedUrl }): [string, number] => [
    new URL(feedUrl).hostname.replace('.example', ''),
    ((states.get(feedId)?.nextCheckAt ?? 0) - START) / SECOND,
  ]);
  return Object.fromEntries(times);
}

/** A refresh of two feeds, one of which was reached. */
async function beginRefresh(now: number): Promise<void> {
  const { feeds } = await listFeeds();
  const byName = (name: string) => feeds.filter(({ feedUrl }) => feedUrl.includes(`//${name}.`));
  await scheduleNextChecks(byName('elsewhere'), now - MINUTE);
  const due = [...byName('reached'), ...byName('unreached')];
  await scheduleNextChecks(due, now);
  const checks = byName('reached').map(({ feedId }) => ({ feedId, change: {}, at: now + SECOND }));
  await recordUnchanged(checks, { done: 1, now: now + SECOND });
}

test('what a refresh did not reach when its worker died is due again soon, and nothing else', async () => {
  await beginRefresh(START);
  const before = await nextChecks();
  expect(before['unreached']).toBeGreaterThan(5 * 60);
  expect(await endDeadRefresh(START + MINUTE)).toBe(true);
  expect(await nextChecks()).toEqual({ ...before, unreached: 90 });
  expect(await endDeadRefresh(START + MINUTE)).toBe(false);
});

test('it is due later with each worker that dies of it, until a refresh comes to its end', async () => {
  await beginRefresh(START);
  await endDeadRefresh(START + MINUTE);
  await beginRefresh(START + 2 * MINUTE);
  await endDeadRefresh(START + 3 * MINUTE);
  expect((await nextChecks())['unreached']).toBe(180 + 120);
  await beginRefresh(START + 10 * MINUTE);
  await inWriteTransaction(noteRefreshEnd);
  await beginRefresh(START + 20 * MINUTE);
  await endDeadRefresh(START + 21 * MINUTE);
  expect((await nextChecks())['unreached']).toBe(21 * 60 + 30);
});

test('a new worker sets its alarm to what the last one did not reach', async () => {
  await beginRefresh(Date.now() - MINUTE);
  const begin = Date.now();
  await ready();
  const alarm = await browser.alarms.get(REFRESH_ALARM);
  expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(begin + 30 * SECOND);
  expect(alarm?.scheduledTime).toBeLessThan(begin + 2 * MINUTE);
});

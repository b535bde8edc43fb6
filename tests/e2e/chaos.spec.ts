import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { findBrowser } from '../../scripts/browsers';
import { MOST_A_DAY } from '../../src/domain/notify/settings';
import { awaitMoment, type Blow, isAboutTelling, planBlows } from '../support/chaos-blows';
import { isEventLink } from '../support/chaos-events';
import { copyWatchedExtension } from '../support/chaos-extension';
import { Lots } from '../support/chaos-lots';
import { BACKLOG, Press } from '../support/chaos-press';
import { ChaosServer } from '../support/chaos-server';
import {
  endedPapers,
  outlastAttempts,
  outlastRefresh,
  takeSnapshot,
  waitForRest,
} from '../support/chaos-snapshot';
import { findComplaints } from '../support/chaos-verdict';
import { launchChromium } from '../support/chromium';
import { type BrowserDriver, PAGE_SIZE } from '../support/driver';
import { allowSites, followFeeds, trustKickers } from '../support/following';
import { ringAlarm } from '../support/passing-time';
import { waitForText } from '../support/popup';
import { createProfile, removeProfile } from '../support/profile';
import { expect, test } from './fixtures';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

const PAPERS = 200;
const WORKER_KILLS = 20;
const BROWSER_KILLS = 5;
/** After the storm everything must be right after so many refreshes. */
const CALM_REFRESHES = 2;

/** Guards against hanging only: a busy machine may take its time. */
const REST_MS = 240_000;
const LIMIT_MS = 1_500_000;

/** Repeats a storm: `CHAOS_SEED=7 npx playwright test chaos.spec`. */
const seed = process.env['CHAOS_SEED'] ?? '1';

interface Storm {
  lots: Lots;
  press: Press;
  server: ChaosServer;
  /** Starts the browser, each time with the same profile. */
  launch: () => Promise<BrowserDriver>;
  driver: BrowserDriver;
  /** Articles that the extension said it has marked as read. */
  read: string[];
}

async function withStorm(use: (storm: Storm) => Promise<void>): Promise<void> {
  const lots = new Lots(seed);
  const editions = WORKER_KILLS + BROWSER_KILLS;
  const press = new Press({ lots, papers: PAPERS, editions, now: Date.now() });
  const server = new ChaosServer(lots, press);
  await server.open();
  const extensionDir = mkdtempSync(path.join(tmpdir(), 'dateline-watched-'));
  copyWatchedExtension(path.resolve('dist/chrome'), extensionDir, server.url('/told'));
  const profile = createProfile();
  const executablePath = findBrowser('chromium') ?? 'chromium';
  const launch = () => {
    server.life += 1;
    return launchChromium({ extensionDir, headless: true, profile, executablePath });
  };
  const storm = { lots, press, server, launch, driver: await launch(), read: [] };
  try {
    await use(storm);
  } finally {
    await storm.driver.close();
    await server.close();
    removeProfile(profile);
    rmSync(extensionDir, { recursive: true });
  }
}

async function followAll(storm: Storm): Promise<void> {
  const { driver, press, server } = storm;
  server.publish(BACKLOG, 'setup');
  await allowSites(driver, [server.url('/', '*.localhost')]);
  const addresses = press.papers.map((paper) => server.url(paper.path, paper.host));
  await followFeeds(
    driver,
    addresses.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null })),
  );
  await waitForRest(driver, REST_MS);
  await trustKickers(driver, addresses);
  await driver.control.evaluate(
    (payload) => browser.runtime.sendMessage({ command: 'updateSettings', payload }),
    { patch: { notifications: { dailyBudget: MOST_A_DAY } } },
  );
  // Chromium writes what a person allowed some seconds later, or at the end.
  await driver.close();
  storm.driver = await storm.launch();
}

/**
 * A refresh of the next edition, and a kill in the middle of it.
 * @returns whether the kill came at its moment.
 */
async function strike(storm: Storm, blow: Blow, edition: number): Promise<boolean> {
  const { driver, server } = storm;
  server.publish(edition, isAboutTelling(blow) ? 'storm that ends' : 'storm');
  const moment = awaitMoment(server, blow);
  const ringing = ringAlarm(driver);
  // A worker that is killed does not answer; then nothing was promised.
  const marking = markRead(storm, edition).catch(() => []);
  // Only a killed browser excuses that the alarm could not be rung.
  if (blow.victim === 'browser') ringing.catch(() => undefined);
  const hasCome = await moment;
  if (blow.victim === 'worker') {
    await driver.killWorker();
    await ringing;
  } else {
    await driver.sigkill();
    storm.driver = await storm.launch();
  }
  storm.read.push(...(await marking));
  return hasCome;
}

/** Marks a story as read that has nothing to tell, and will have nothing. @returns its articles. */
async function markRead({ driver, lots, server }: Storm, edition: number): Promise<string[]> {
  const stored = await takeSnapshot(driver);
  server.ledger.ended(endedPapers(stored));
  const quiet = stored.stories.filter(
    ({ breaking, lead }) => breaking === null && !isEventLink(lead.url),
  );
  const { storyId, articleIds } = lots.pick(quiet, 'read', edition);
  await driver.control.evaluate(
    (payload) => browser.runtime.sendMessage({ command: 'setStoriesRead', payload }),
    { storyIds: [storyId], isRead: true },
  );
  return articleIds;
}

async function refreshInCalm({ driver, press, server, read }: Storm): Promise<string[]> {
  await outlastAttempts(driver);
  await ringAlarm(driver);
  await waitForRest(driver, REST_MS);
  const stored = await takeSnapshot(driver);
  const { ledger, told } = server;
  const { papers } = press;
  ledger.ended(endedPapers(stored));
  return findComplaints({ stored, ledger, papers, told, read, browserKills: BROWSER_KILLS });
}

/** How often the list of failing feeds says that a publisher has ended one. */
async function countEnds(driver: BrowserDriver): Promise<number> {
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  const sentence = 'The publisher has ended this feed.';
  await waitForText(options, sentence);
  const count = await options.evaluate(
    (wanted) =>
      [...document.querySelectorAll('#health .is-failing')].filter((item) =>
        item.textContent?.includes(wanted),
      ).length,
    sentence,
  );
  await options.close();
  return count;
}

test('200 misbehaving feeds, 20 killed workers, 5 killed browsers: what is stored is what was served', async () => {
  test.setTimeout(LIMIT_MS);
  await withStorm(async (storm) => {
    const context = `CHAOS_SEED=${seed}`;
    const blows = planBlows(storm.lots, WORKER_KILLS, BROWSER_KILLS);
    await followAll(storm);
    const hits: boolean[] = [];
    for (const [index, blow] of blows.entries()) hits.push(await strike(storm, blow, index + 1));

    await outlastRefresh(storm.driver, REST_MS);
    // All that there is; then an event in one paper; then the same in another.
    for (let calm = 0; calm < 3; calm += 1) {
      storm.server.publish(storm.press.calmEdition + calm, 'calm');
      let complaints = ['never looked'];
      for (let left = CALM_REFRESHES; left > 0 && complaints.length > 0; left -= 1) {
        complaints = await refreshInCalm(storm);
      }
      expect(complaints, context).toEqual([]);
    }
    const ends = storm.press.papers.filter(({ closedFrom }) => closedFrom !== null).length;
    expect(await countEnds(storm.driver), context).toBe(ends);
    // A storm that struck nothing would prove nothing.
    expect(hits.filter((isHit) => isHit).length, context).toBeGreaterThan(blows.length / 2);
    expect(storm.read.length, context).toBeGreaterThan(0);
    expect(storm.server.told.length, context).toBeGreaterThan(0);
    const growing = storm.server.told.filter(({ step }) => step === 'growing');
    expect(growing.length, context).toBeGreaterThan(0);
  });
});

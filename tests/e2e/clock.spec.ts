import type { Browser } from 'webextension-polyfill';
import { setWorkerClock } from '../support/device-clock';
import type { BrowserDriver } from '../support/driver';
import { rss } from '../support/feed-builders';
import type { FeedServer } from '../support/feed-server';
import { trustKickers } from '../support/following';
import { ringAlarm, waitForRefreshEnd } from '../support/passing-time';
import { shownTitles } from '../support/popup';
import { readStored } from '../support/stored';
import { toldStories } from '../support/told';
import { expect, test } from './fixtures';
import { item } from './items';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

const DAY_MS = 86_400_000;
const YEAR = 365;

/** The alarm rings as it always will, every five minutes; nothing is made due. */
function ringOnly(driver: BrowserDriver): Promise<void> {
  return driver.control.evaluate(() =>
    browser.alarms.create('refresh', { when: Date.now() + 200, periodInMinutes: 5 }),
  );
}

async function nextChecks(driver: BrowserDriver): Promise<number[]> {
  const { feedStates } = await readStored(driver, ['feedStates']);
  return feedStates.map(({ nextCheckAt }) => nextCheckAt - Date.now());
}

/** Articles that stand more than a day from now: none was published or arrived then. */
async function countMisplaced(driver: BrowserDriver): Promise<number> {
  const { articles } = await readStored(driver, ['articles']);
  const isOff = (at: number) => Math.abs(Date.now() - at) > DAY_MS;
  return articles.filter(({ arrivedAt, sortAt }) => isOff(arrivedAt) || isOff(sortAt)).length;
}

/** One headline more each time, which its publisher marks as breaking. */
function publish(server: FeedServer, titles: string[]): void {
  const items = titles.map((title) => item(title, { published: new Date() }));
  server.set('/feed', { body: rss({ title: 'Gazette', items }) });
}

const HEADLINES: [string, string, string] = [
  'Bridge opens',
  'BREAKING: Harbor burns',
  'BREAKING: Tower leans',
];
const LAST = 'BREAKING: Glacier calves';

for (const days of [YEAR, -YEAR]) {
  test(`a clock set ${days} days off and right again: no feed waits, nothing is lost or told twice`, async ({
    driver,
    server,
    follow,
  }) => {
    publish(server, HEADLINES.slice(0, 1));
    const popup = await follow('/feed');
    await trustKickers(driver, [server.url('/feed')]);
    publish(server, HEADLINES.slice(0, 2));
    await ringAlarm(driver);
    await expect.poll(() => toldStories(driver)).toHaveLength(1);
    await waitForRefreshEnd(driver);

    await setWorkerClock(driver, days);
    publish(server, HEADLINES);
    let hits = server.hits('/feed');
    if (days > 0) await ringOnly(driver);
    else await ringAlarm(driver);
    await expect.poll(() => server.hits('/feed')).toBeGreaterThan(hits);
    await expect.poll(async () => (await shownTitles(popup)).length).toBe(HEADLINES.length);
    await waitForRefreshEnd(driver);
    // By the wrong clock, or else this test would show nothing.
    for (const wait of await nextChecks(driver)) {
      expect(Math.abs(wait - days * DAY_MS)).toBeLessThan(2 * DAY_MS);
    }

    await setWorkerClock(driver, 0);
    publish(server, [...HEADLINES, LAST]);
    hits = server.hits('/feed');
    await ringOnly(driver);
    await expect.poll(() => server.hits('/feed')).toBeGreaterThan(hits);
    await expect
      .poll(async () => (await shownTitles(popup)).sort())
      .toEqual([...HEADLINES, LAST].sort());
    await waitForRefreshEnd(driver);

    // What servers say of the time mends what the wrong clock has stored.
    await expect.poll(() => countMisplaced(driver)).toBe(0);
    const { articles } = await readStored(driver, ['articles']);
    expect(articles).toHaveLength(HEADLINES.length + 1);
    for (const wait of await nextChecks(driver)) expect(wait).toBeLessThan(DAY_MS);
    const storyOf = (title: string) => articles.find((each) => each.title === title)?.storyId ?? '';
    await expect.poll(() => toldStories(driver)).toContain(storyOf(LAST));
    const told = await toldStories(driver);
    expect(told).toContain(storyOf(HEADLINES[1]));
    expect(new Set(told).size).toBe(told.length);
  });
}

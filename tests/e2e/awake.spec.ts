import type { BrowserDriver } from '../support/driver';
import { rss } from '../support/feed-builders';
import { allowSites, followFeeds } from '../support/following';
import { launchBrowser } from '../support/launch';
import { openPopup, shownTitles, waitForFirstRefresh } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const IDLE_AFTER_MS = 8_000;

async function whileIdle(run: (driver: BrowserDriver) => Promise<void>): Promise<void> {
  const driver = await launchBrowser('firefox', { headless: true, idleAfterMs: IDLE_AFTER_MS });
  try {
    await run(driver);
  } finally {
    await driver.close();
  }
}

test('a server that answers late is waited for, although the worker seems idle meanwhile', async ({
  server,
}) => {
  await whileIdle(async (driver) => {
    const items = [item('Ferry timetable changes')];
    server.set('/slow', { body: rss({ title: 'Slow', items }), delayMs: 2 * IDLE_AFTER_MS });
    await allowSites(driver, [server.url('/slow')]);
    await followFeeds(driver, [{ feedUrl: server.url('/slow'), title: null, siteUrl: null }]);
    const popup = await openPopup(driver);
    await waitForFirstRefresh(popup);
    expect(await shownTitles(popup)).toEqual(['Ferry timetable changes']);
    expect(server.hits('/slow')).toBe(1);
  });
});

import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { allowSites, followFeeds } from '../support/following';
import { fillStorage, freeStorage, withLimitedStorage } from '../support/limited-storage';
import { makeFeedsDue, ringAlarm, waitForRefreshEnd } from '../support/passing-time';
import {
  openPopup,
  REFRESH,
  shownTitles,
  waitForFirstRefresh,
  waitForText,
} from '../support/popup';
import { readStored } from '../support/stored';
import { expect, test } from './fixtures';
import { item } from './items';

/** So much that it finds no place in what storage has kept for itself. */
const LONG = 'Much more could be said about this. '.repeat(60);
const BACKLOG = 20;
const NEWS = 400;

const edition = (count: number) =>
  rss({
    title: 'Gazette',
    items: Array.from({ length: count }, (_, index) =>
      item(`Headline ${index}`, { summary: `${index} ${LONG}` }),
    ),
  });

test('on a full disk nothing is lost, pages say so, and it heals when there is space', async ({
  server,
}) => {
  await withLimitedStorage(async (driver) => {
    const feedUrl = server.url('/feed');
    server.set('/feed', { body: edition(BACKLOG) });
    await allowSites(driver, [feedUrl]);
    await followFeeds(driver, [{ feedUrl, title: null, siteUrl: null }]);
    const popup = await openPopup(driver);
    await waitForFirstRefresh(popup);
    const before = await readStored(driver, ['articles', 'statuses', 'stories', 'counters']);
    expect(before.articles).toHaveLength(BACKLOG);

    server.set('/feed', { body: edition(NEWS) });
    await makeFeedsDue(driver.control);
    await fillStorage(driver.control);
    await popup.click(REFRESH);
    await waitForText(popup, 'Storage is full');
    expect(await shownTitles(popup)).toHaveLength(BACKLOG);
    const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
    const full = 'The disk is full: what is new cannot be kept until there is space.';
    await waitForText(options, full);
    for (const section of ['feeds', 'health']) {
      const text = await options.evaluate(
        (id) => document.getElementById(id)?.innerText ?? '',
        section,
      );
      expect(text, section).toContain(full);
    }
    expect(await readStored(driver, ['articles', 'statuses', 'stories', 'counters'])).toEqual(
      before,
    );

    await freeStorage(driver.control);
    await ringAlarm(driver);
    await waitForRefreshEnd(driver);
    await expect
      .poll(async () => (await readStored(driver, ['articles'])).articles.length)
      .toBe(NEWS);
    await expect
      .poll(() => popup.evaluate(() => document.body.innerText))
      .not.toContain('Storage is full');
  });
});

import { blockForWorker } from '../support/chromium-blocking';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { ringAlarm, waitForRefreshEnd } from '../support/passing-time';
import { feedsText, shownTitles } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('a feed that the browser blocks says so, and the others go on', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/tracked/feed', { body: rss({ title: 'Tracked', items: [item('Here at first')] }) });
  server.set('/feed', { body: rss({ title: 'Free', items: [item('Always here')] }) });
  const popup = await follow('/tracked/feed', '/feed');
  const hits = server.hits('/tracked/feed');
  await blockForWorker(driver, '*/tracked/*');
  const items = [item('Always here'), item('Came later')];
  server.set('/feed', { body: rss({ title: 'Free', items }) });
  await ringAlarm(driver);
  await waitForRefreshEnd(driver);
  expect(server.hits('/tracked/feed')).toBe(hits);
  await expect
    .poll(async () => (await shownTitles(popup)).sort())
    .toEqual(['Always here', 'Came later', 'Here at first']);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await expect.poll(() => feedsText(options)).toContain('The browser blocked the request');
});

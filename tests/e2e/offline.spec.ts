import { rss } from '../support/feed-builders';
import { makeFeedsDue } from '../support/passing-time';
import { openPopup, REFRESH, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('offline the stored headlines stay, online again new ones come', async ({
  driver,
  server,
  follow,
}) => {
  const old = item('Ferry to run on Sundays');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [old] }) });
  await (await follow('/feed')).close();
  const items = [item('Lighthouse gets a new lamp'), old];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });

  await driver.setOffline(true);
  await makeFeedsDue(driver.control);
  const popup = await openPopup(driver);
  await waitForText(popup, 'You are offline. These are the headlines stored on this device.');
  expect(await shownTitles(popup)).toEqual(['Ferry to run on Sundays']);
  await popup.click(REFRESH);
  await waitForText(popup, 'You are offline');
  expect(server.hits('/feed')).toBe(1);

  await driver.setOffline(false);
  await popup.click(REFRESH);
  await expect.poll(() => shownTitles(popup)).toContain('Lighthouse gets a new lamp');
});

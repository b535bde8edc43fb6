import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { allowSites, followFeeds } from '../support/following';
import { openPopup, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('a redirect to a site without access asks for it', async ({ driver, server }) => {
  const target = server.url('/new', 'moved.localhost');
  server.set('/old', { status: 301, headers: { location: target } });
  server.set('/new', { body: rss({ title: 'Moved', items: [item('Allowed at last')] }) });
  await allowSites(driver, [server.url('/old')]);
  await driver.grantSites(['*://moved.localhost/*']);
  await followFeeds(driver, [{ feedUrl: server.url('/old'), title: null, siteUrl: null }]);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, 'Dateline may not visit moved.localhost yet.');
  await options.click({ role: 'button', name: 'Allow access', within: '#feeds' });
  await waitForText(options, 'all well');
  const popup = await openPopup(driver);
  await expect.poll(() => shownTitles(popup)).toEqual(['Allowed at last']);
});

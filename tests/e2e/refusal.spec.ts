import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { openPopup, shownTitles, waitForText } from '../support/popup';
import { declineAccess, stopDeclining } from '../support/refusal';
import { expect, test } from './fixtures';
import { item } from './items';

test('a declined feed is not followed, the others stay, and access is offered again', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/first', { body: rss({ title: 'First', items: [item('Already here')] }) });
  server.set('/second', { body: rss({ title: 'Second', items: [item('Allowed at last')] }) });
  await follow('/first');
  // Another site than the one allowed so far.
  const address = server.url('/second', 'second.localhost');
  await driver.grantSites(['*://second.localhost/*']);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await declineAccess(options);
  await options.fill({ role: 'textbox', name: 'Address of a site or feed' }, address);
  await options.click({ role: 'button', name: 'Find feeds' });
  await waitForText(options, 'Access to second.localhost');
  expect(server.hits('/second')).toBe(0);
  const popup = await openPopup(driver);
  await expect.poll(() => shownTitles(popup)).toEqual(['Already here']);

  await stopDeclining(options);
  await options.click({ role: 'button', name: 'Allow access' });
  await options.click({ role: 'button', name: 'Follow Second' });
  await waitForText(options, 'Following: 1 article so far.');
  await expect.poll(() => shownTitles(popup)).toContain('Allowed at last');
});

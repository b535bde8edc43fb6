import { PAGE_SIZE } from '../support/driver';
import { carryStorm, followPublishers } from '../support/governed';
import { launchBrowser } from '../support/launch';
import { waitForText } from '../support/popup';
import { notificationRecords } from '../support/told';
import { test as base, expect } from './fixtures';

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  driver: async ({}, use, { project }) => {
    const name = project.name === 'firefox' ? 'firefox' : 'chromium';
    const driver = await launchBrowser(name, { headless: true, areNotificationsBlocked: true });
    await use(driver);
    await driver.close();
  },
});

const SENTENCES = {
  chromium: {
    blocked: 'Your browser blocks Dateline’s notifications',
    advice: 'remove Dateline, add it anew',
  },
  firefox: {
    blocked: 'Your system does not show your browser’s notifications',
    advice: 'needs a notification service',
  },
};

test('where notifications are blocked, none counts as shown, and the options page says how to allow them', async ({
  driver,
  server,
  follow,
}) => {
  const scene = { driver, server, follow };
  const { blocked, advice } = SENTENCES[driver.name];
  await followPublishers(scene);
  await carryStorm(scene);
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ attemptedIn: expect.any(String), attemptedAt: null, shownAt: null }]);

  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, blocked);
  await waitForText(options, advice);
  await options.click({ role: 'button', name: 'Send a test notification' });
  await waitForText(options, `It was not shown. ${blocked}`);
  await options.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await waitForText(options, 'Your browser or system did not show it; it is tried again.');
});

import { test as base } from '@playwright/test';
import type { BrowserDriver, BrowserName, ExtensionPage } from '../support/driver';
import { FeedServer } from '../support/feed-server';
import { allowSites, followFeeds } from '../support/following';
import { launchBrowser } from '../support/launch';
import { openPopup, waitForFirstRefresh } from '../support/popup';

interface Fixtures {
  server: FeedServer;
  /** A fresh browser with the built extension. */
  driver: BrowserDriver;
  /** Follows the feeds at these paths of the server. @returns the popup with their headlines. */
  follow: (...paths: string[]) => Promise<ExtensionPage>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  server: async ({}, use) => {
    const server = await FeedServer.start();
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  driver: async ({}, use, { project }) => {
    const driver = await launchBrowser(project.name as BrowserName, { headless: true });
    await use(driver);
    await driver.close();
  },
  follow: async ({ driver, server }, use) => {
    await use(async (...paths) => {
      const addresses = paths.map((path) => server.url(path));
      await allowSites(driver, addresses);
      await followFeeds(
        driver,
        addresses.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null })),
      );
      const popup = await openPopup(driver);
      await waitForFirstRefresh(popup);
      return popup;
    });
  },
});

export { expect } from '@playwright/test';

import { test as base } from '../e2e/fixtures';
import { Desktop } from '../support/desktop';
import type { BrowserName } from '../support/driver';
import { launchBrowser } from '../support/launch';

/** As in the other end-to-end tests, with the browser's windows and bubbles on a desktop. */
export const test = base.extend<{ desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  desktop: async ({}, use) => {
    const desktop = await Desktop.start();
    await use(desktop);
    desktop.close();
  },
  driver: async ({ desktop }, use, { project }) => {
    const { env } = desktop;
    const driver = await launchBrowser(project.name as BrowserName, { headless: false, env });
    await use(driver);
    await driver.close();
  },
});

export { expect } from '@playwright/test';

import type { Browser } from 'webextension-polyfill';
import { axeViolations } from '../support/accessibility';
import { rss } from '../support/feed-builders';
import { shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

declare const browser: Browser;

const PAGE = 'src/ui/page/index.html';
const PANEL = 'src/ui/panel/index.html';
const MENU = { role: 'button', name: 'Menu' };

const items = [
  item('Lighthouse gets a new lamp', { published: new Date(Date.now() - 60_000) }),
  item('Ferry to run on Sundays', { published: new Date(Date.now() - 3_600_000) }),
];

test('the menu opens the list in a tab of its own, and goes back to it', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  const pages = async () => (await driver.tabs()).filter((url) => url.endsWith(PAGE)).length;
  const openPage = async () => {
    await popup.click(MENU);
    await popup.click({ role: 'button', name: 'Open full page' });
  };
  await openPage();
  await expect.poll(pages).toBe(1);
  await openPage();
  // Were there a second one, it would come within the time of a third click.
  await popup.click(MENU);
  expect(await pages()).toBe(1);
});

test('the menu opens the list beside the page', async ({ driver, server, follow }) => {
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  const isChromium = driver.name === 'chromium';
  await popup.click(MENU);
  await popup.click({
    role: 'button',
    name: isChromium ? 'Open in side panel' : 'Open in sidebar',
  });
  const isOpen = () =>
    driver.control.evaluate(async (isChrome) => {
      if (!isChrome) return browser.sidebarAction.isOpen({});
      const { runtime } = browser as unknown as {
        runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
      };
      return (await runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length === 1;
    }, isChromium);
  await expect.poll(isOpen).toBe(true);
});

test('the side panel shows the same list, as narrow as it is', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  await follow('/feed');
  const panel = await driver.openPage(PANEL, { width: 320, height: 800 });
  await expect.poll(() => shownTitles(panel)).toEqual(items.map(({ title }) => title));
  await panel.click({ role: 'button', name: 'Save', within: '[data-story]:first-child' });
  expect(
    await panel.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
  ).toBe(true);
});

test('a wide page shows the story that has the focus beside the list', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  await follow('/feed');
  const page = await driver.openPage(PAGE, { width: 1280, height: 900 });
  await waitForText(page, 'More about this: Lighthouse gets a new lamp.');
  await page.press('j');
  await page.press('j');
  await waitForText(page, 'More about this: Ferry to run on Sundays.');
  const unread = () => page.evaluate(() => document.querySelectorAll('.is-unread').length);
  expect(await unread()).toBe(2);
  await page.click({ role: 'link', name: 'Lighthouse gets a new lamp', within: 'main' });
  await waitForText(page, 'More about this: Lighthouse gets a new lamp.');
  expect(await driver.tabs()).not.toContain(items[0]?.link);
  expect(await unread()).toBe(2);
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    expect(await axeViolations(page), scheme).toEqual([]);
  }
  await page.click({ role: 'button', name: 'Open article', within: '.pane' });
  await expect.poll(unread).toBe(1);
});

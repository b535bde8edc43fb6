import { tooWideAt, violationsInAllColors } from '../support/accessibility';
import { ChromiumPage } from '../support/chromium-page';
import { type ExtensionPage, PAGE_SIZE, POPUP_SIZE, type Size } from '../support/driver';
import { rss } from '../support/feed-builders';
import { followFeeds, trustKickers } from '../support/following';
import { ringAlarm } from '../support/passing-time';
import { openPopup, rowOf, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const OPTIONS_PATH = 'src/ui/options/index.html';
const EDITED = 'Ferry to run on all Sundays';
const PANEL_SIZE: Size = { width: 360, height: 700 };

const button = (name: string, within?: string) => ({
  role: 'button',
  name,
  ...(within ? { within } : {}),
});

/** No violations in any colours, and at 200 % zoom nothing that needs scrolling both ways. */
async function expectAccessible(page: ExtensionPage, size: Size, state: string): Promise<void> {
  expect.soft(await violationsInAllColors(page), state).toEqual({});
  if (!(page instanceof ChromiumPage)) return;
  // The browser makes room for a larger popup when it is zoomed: as wide as it was, half as high.
  const width = size === POPUP_SIZE ? size.width : size.width / 2;
  expect.soft(await tooWideAt(page, { width, height: size.height / 2 }), state).toEqual([]);
}

const openDetails = (page: ExtensionPage) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

test('first run has no accessibility violations', async ({ driver }) => {
  const welcome = await driver.openPage('src/ui/welcome/index.html', PAGE_SIZE);
  await waitForText(welcome, 'Choose your publishers');
  await openDetails(welcome);
  await expectAccessible(welcome, PAGE_SIZE, 'welcome');
  const popup = await openPopup(driver);
  await expect.poll(() => popup.count(button('Menu'))).toBe(1);
  await expectAccessible(popup, POPUP_SIZE, 'popup of nobody’s feeds');
});

test('the list and its states have no accessibility violations', async ({
  driver,
  server,
  follow,
}) => {
  const first = item('Ferry to run on Sundays');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [first] }) });
  server.set('/other', { body: rss({ title: 'Orbit', items: [item(EDITED, { id: 'other' })] }) });
  server.set('/broken', { body: '<p>' });
  const popup = await follow('/feed', '/other', '/broken');
  await trustKickers(driver, [server.url('/feed')]);
  const items = [
    item('BREAKING: Storm closes the harbor'),
    { ...first, title: EDITED, updated: new Date() },
  ];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  await ringAlarm(driver);
  await rowOf(popup, 'BREAKING: Storm closes the harbor');
  await expectAccessible(popup, POPUP_SIZE, 'breaking band and a failing feed');

  const row = await rowOf(popup, EDITED);
  await popup.click(button('Show more', row));
  await waitForText(popup, 'More about this');
  await openDetails(popup);
  await expectAccessible(popup, POPUP_SIZE, 'opened story');
  await popup.click(button('More', row));
  await waitForText(popup, 'For a day');
  await expectAccessible(popup, POPUP_SIZE, 'menu of a story');
  await popup.press('Escape');
  await popup.click(button('Menu'));
  await waitForText(popup, 'Keyboard shortcuts');
  await expectAccessible(popup, POPUP_SIZE, 'menu');
  await popup.click(button('Keyboard shortcuts'));
  await expect.poll(() => popup.count({ role: 'dialog', name: 'Keyboard shortcuts' })).toBe(1);
  await expectAccessible(popup, POPUP_SIZE, 'keys');
  await popup.press('Escape');
  await popup.press('3');
  await waitForText(popup, 'Nothing saved');
  await expectAccessible(popup, POPUP_SIZE, 'empty');

  for (const [path, size] of [
    ['src/ui/panel/index.html', PANEL_SIZE],
    ['src/ui/page/index.html', PAGE_SIZE],
  ] as const) {
    const page = await driver.openPage(path, size);
    await rowOf(page, EDITED);
    await expectAccessible(page, size, path);
    await page.close();
  }
  await driver.setOffline(true);
  const offline = await openPopup(driver);
  await waitForText(offline, 'You are offline');
  await expectAccessible(offline, POPUP_SIZE, 'offline');
});

test('without access to the sites there are no accessibility violations', async ({
  driver,
  server,
}) => {
  await followFeeds(driver, [{ feedUrl: server.url('/feed'), title: 'Gazette', siteUrl: null }]);
  const popup = await openPopup(driver);
  await waitForText(popup, 'access');
  await expectAccessible(popup, POPUP_SIZE, 'popup without access');
});

test('the options have no accessibility violations', async ({ driver, server, follow }) => {
  server.set('/feed', {
    body: rss({ title: 'Harbour Gazette', items: [item('Football: harbor team wins')] }),
  });
  server.set('/news', { body: rss({ title: 'Found', items: [item('A bridge is opened')] }) });
  server.set('/broken', { body: '<p>' });
  await (await follow('/feed', '/broken')).close();
  const options = await driver.openPage(OPTIONS_PATH, PAGE_SIZE);
  await waitForText(options, 'Harbour Gazette');
  await options.fill({ role: 'textbox', name: 'Address of a site or feed' }, server.url('/news'));
  await options.click(button('Find feeds'));
  await waitForText(options, 'A bridge is opened');
  await options.fill({ role: 'textbox', name: 'Words' }, 'football');
  await waitForText(options, 'Matches 1 of ');
  await options.click(button('Erase everything…', '#data'));
  await openDetails(options);
  await expectAccessible(options, PAGE_SIZE, 'options');
});

import { writeFile } from 'node:fs/promises';
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
const GLACIER = 'Tenth body found after Marmolada glacier collapse in the Italian Alps';
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

test('a story with all it can unfold has no accessibility violations', async ({
  driver,
  server,
  follow,
}) => {
  const daysAgo = (days: number) => ({ published: new Date(Date.now() - days * 86_400_000) });
  const before = [
    item('Glacier collapse in the Italian Alps leaves six hikers dead', daysAgo(3)),
    item('Six dead as Marmolada glacier collapse hits Italian hikers', daysAgo(3)),
  ];
  const edited = item(GLACIER, { id: 'edited' });
  const publish = (title: string) => {
    for (const [index, path] of ['/gazette', '/herald'].entries()) {
      const items = [{ ...edited, title }, ...before.slice(index, index + 1)];
      server.set(path, { body: rss({ title: path.slice(1), items }) });
    }
  };
  publish(`${GLACIER} - mayor`);
  const popup = await follow('/gazette', '/herald');
  publish(GLACIER);
  await ringAlarm(driver);
  await popup.click(button('Show more', await rowOf(popup, GLACIER)));
  await waitForText(popup, 'Earlier');
  const shown = () =>
    popup.evaluate(() =>
      ['.versions .revisions', '.revisions', '.earlier .story-link'].map(
        (part) => document.querySelectorAll(part).length,
      ),
    );
  await expect.poll(shown).toEqual([1, 2, 1]);
  await expectAccessible(popup, POPUP_SIZE, 'two publishers, both edited, and what went before');
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

test('what a backup would change has no accessibility violations', async ({
  driver,
  server,
  follow,
}, info) => {
  for (const name of ['gazette', 'orbit']) {
    server.set(`/${name}`, { body: rss({ title: name, items: [item(`News of ${name}`)] }) });
  }
  await (await follow('/gazette', '/orbit')).close();
  const options = await driver.openPage(OPTIONS_PATH, PAGE_SIZE);
  await waitForText(options, 'Import OPML');
  const file = info.outputPath('backup.json');
  await writeFile(file, await options.download(button('Save a backup', '#data')));
  await options.click(button('Remove orbit'));
  await options.chooseFile('#data input[type=file]', file);
  await waitForText(options, 'Feeds that come: “orbit”');
  await expectAccessible(options, PAGE_SIZE, 'differences of a backup');
});

import { test as base, expect } from '@playwright/test';
import type { BrowserDriver, ExtensionPage } from '../support/driver';
import { POPUP_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { FeedServer } from '../support/feed-server';
import { allowSites, followFeeds, trustKickers } from '../support/following';
import { launchBrowser } from '../support/launch';
import { buildInOneLanguage, type OneLanguage } from '../support/one-language';
import { overflows } from '../support/overflow';
import { ringAlarm } from '../support/passing-time';
import { openPopup, rowOf } from '../support/popup';
import { waitUntil } from '../support/wait';
import { item } from './items';

const LANGUAGES = ['en', 'ru', 'es', 'fr', 'de', 'ar', 'zh_CN'];
const STORM = 'BREAKING: Storm closes the harbor';
const FERRY = 'Ferry to run on all Sundays';

const test = base.extend<{ server: FeedServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed.
  server: async ({}, use) => {
    const server = await FeedServer.start();
    await use(server);
    await server.close();
  },
});

/** Breaking, edited, of two publishers, and a feed that fails. */
async function fill(driver: BrowserDriver, server: FeedServer): Promise<ExtensionPage> {
  const first = item('Ferry to run on Sundays');
  const publish = (path: string, title: string, items: ReturnType<typeof item>[]) =>
    server.set(path, { body: rss({ title, items }) });
  publish('/gazette', 'Harbour Gazette', [first]);
  publish('/herald', 'Island Herald', [item(STORM, { link: 'http://127.0.0.1:9/herald' })]);
  server.set('/broken', { body: '<p>' });
  const addresses = ['/gazette', '/herald', '/broken'].map((path) => server.url(path));
  await allowSites(driver, addresses);
  await followFeeds(
    driver,
    addresses.map((feedUrl) => ({ feedUrl, title: null, siteUrl: null })),
  );
  const popup = await openPopup(driver);
  await rowOf(popup, first.title);
  await trustKickers(driver, addresses);
  const comments = 'http://127.0.0.1:9/talk';
  publish('/gazette', 'Harbour Gazette', [
    item(STORM),
    { ...first, title: FERRY, updated: new Date(), comments },
  ]);
  await ringAlarm(driver);
  await rowOf(popup, FERRY);
  return popup;
}

/** Each part of the popup in turn. */
async function expectPopupFits(popup: ExtensionPage, { text }: OneLanguage): Promise<void> {
  const button = (key: string, within?: string) =>
    popup.click({ role: 'button', name: text(key), ...(within && { within }) });
  const fits = async (what: string) => expect(await overflows(popup), what).toEqual([]);
  await waitUntil('the menu', () => popup.evaluate(() => document.getElementById('menu') !== null));
  await fits('the list');
  await button('menu');
  await fits('the menu');
  await popup.press('Escape');
  const row = await rowOf(popup, FERRY);
  await button('showMore', row);
  await waitUntil('the story', () => popup.evaluate(() => document.querySelector('.detail')));
  await fits('an opened story');
  await button('more', row);
  await waitUntil('its menu', () => popup.evaluate(() => document.querySelector('.story-menu')));
  await popup.click({ role: 'radio', name: text('muteWords'), within: row });
  await fits('the menu of a story');
  await popup.press('?');
  await waitUntil('the keys', () => popup.evaluate(() => document.querySelector('dialog[open]')));
  await fits('the list of keys');
  await popup.press('Escape');
  await popup.press('1');
  await fits('the top');
  await popup.press('3');
  await fits('nothing saved');
  await popup.press('a');
  await fits('an undo');
}

for (const language of LANGUAGES) {
  test(`in ${language} every text fits`, async ({ server }) => {
    test.setTimeout(240_000);
    const build = buildInOneLanguage(language);
    const { extensionDir } = build;
    const driver = await launchBrowser('chromium', { headless: true, extensionDir });
    try {
      const start = await openPopup(driver);
      await waitUntil('the start', () => start.evaluate(() => document.querySelector('.start')));
      expect(await overflows(start), 'the first run').toEqual([]);
      await start.close();
      const popup = await fill(driver, server);
      expect(await popup.evaluate(() => document.documentElement.lang)).toBe(
        language.replace('_', '-'),
      );
      await expectPopupFits(popup, build);
      const pages = ['options', 'welcome', 'page', 'panel'];
      const widths = [320, 400, 1000];
      for (const [name, width] of pages.flatMap((page) =>
        widths.map((at) => [page, at] as const),
      )) {
        const size = { ...POPUP_SIZE, width };
        const page = await driver.openPage(`src/ui/${name}/index.html`, size);
        await waitUntil('a heading', () => page.evaluate(() => document.querySelector('h2, h3')));
        expect(await overflows(page), `${name}, ${width} wide`).toEqual([]);
        await page.close();
      }
    } finally {
      await driver.close();
      build.remove();
    }
  });
}

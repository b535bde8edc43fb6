import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver, BrowserName, ExtensionPage } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { launchBrowser } from '../support/launch';
import { feedsText, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

declare const browser: Browser;

const SWITCH = { role: 'checkbox', name: 'Same feeds, topics and settings in all my browsers' };

async function openOptions(driver: BrowserDriver): Promise<ExtensionPage> {
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  // What is typed before everything was read may be read over.
  await waitForText(options, 'Import OPML');
  return options;
}

/** Carries the sync area from one browser to the other, as the vendor's servers do. */
async function carry(from: BrowserDriver, to: BrowserDriver): Promise<void> {
  const items = await from.control.evaluate(() => browser.storage.sync.get(null));
  await to.control.evaluate(async (arrived) => {
    const present = Object.keys(await browser.storage.sync.get(null));
    await browser.storage.sync.set(arrived);
    await browser.storage.sync.remove(present.filter((key) => !(key in arrived)));
  }, items);
}

async function addTopic(options: ExtensionPage, words: string): Promise<void> {
  await options.fill({ role: 'textbox', name: 'Words' }, words);
  // The preview below the field moves the button while it comes.
  await options.press('Enter');
  await waitForText(options, words);
}

const topicsText = (options: ExtensionPage) =>
  options.evaluate(() => document.getElementById('topics')?.innerText ?? '');

test('two browsers come to have the same, whatever each of them chose', async ({
  driver: home,
  server,
  follow,
}, { project }) => {
  for (const name of ['Gazette', 'Orbit']) {
    server.set(`/${name}`, { body: rss({ title: name, items: [item(`News of ${name}`)] }) });
  }
  await follow('/Gazette', '/Orbit');
  const atHome = await openOptions(home);
  await addTopic(atHome, 'rocket');
  await atHome.click(SWITCH);
  await waitForText(atHome, 'Synced just now.');
  const work = await launchBrowser(project.name as BrowserName, { headless: true });
  try {
    await carry(home, work);
    const atWork = await openOptions(work);
    await waitForText(atWork, 'holds a copy of your feeds');
    expect(await feedsText(atWork)).not.toContain('Gazette');
    await addTopic(atWork, 'harbor');
    await atWork.click(SWITCH);
    await expect.poll(() => feedsText(atWork)).toContain('Orbit');
    await expect.poll(() => topicsText(atWork)).toMatch(/rocket[\s\S]*harbor|harbor[\s\S]*rocket/);
    await waitForText(atWork, '2 feeds came.');

    await carry(work, home);
    await expect.poll(() => topicsText(atHome)).toContain('harbor');
    expect(await feedsText(atHome)).toMatch(/Gazette[\s\S]*Orbit/);

    // What empties the sync area empties no list.
    await work.control.evaluate(() => browser.storage.sync.clear());
    await atWork.click(SWITCH);
    await atWork.click(SWITCH);
    await waitForText(atWork, 'Synced just now.');
    expect(await feedsText(atWork)).toMatch(/Gazette[\s\S]*Orbit/);
  } finally {
    await work.close();
  }
});

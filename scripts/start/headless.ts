import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserDriver, type ExtensionPage, PAGE_SIZE } from '../../tests/support/driver';
import { makeFeedsDue } from '../../tests/support/passing-time';
import {
  openPopup,
  REFRESH,
  rowOf,
  shownTitles,
  waitForFirstRefresh,
} from '../../tests/support/popup';
import { waitUntil } from '../../tests/support/wait';
import { rtNews } from '../sample-edition/content/rt-news';
import type { SampleEdition } from '../sample-edition/server';
import { say } from '../step';
import { follow } from './follow';

const FOLDER = 'artifacts';
/** Real feeds may be slow. */
const FIRST_REFRESH_MS = 120_000;

/** Shows what a person would see without a screen: the headlines as lines, the pages as pictures. */
export async function runHeadless(
  driver: BrowserDriver,
  edition: SampleEdition | null,
  feeds: string[],
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const welcome = await driver.openPage('src/ui/welcome/index.html', PAGE_SIZE);
  await takePictures(welcome, 'first-run');
  await welcome.close();
  await follow(driver, edition, feeds);
  const first = await openPopup(driver);
  await waitForFirstRefresh(first, FIRST_REFRESH_MS);
  if (edition) await readLaterEdition(driver, first, edition);
  await first.close();
  const popup = await openPopup(driver);
  const titles = await waitUntil('headlines', () => shownTitles(popup));
  await takePictures(popup, 'popup');
  const [opened] = edition ? rtNews.stories.map(({ title }) => title) : titles;
  if (opened !== undefined) await takeOpenedPicture(popup, opened);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await takePictures(options, 'options');
  // A reader that has seen enough (`| head`) closes the pipe; the rest of the work goes on.
  process.stdout.on('error', () => undefined);
  for (const title of titles) process.stdout.write(`${title}\n`);
  say(`Pictures are in ${FOLDER}/`);
}

/** As a person would, by a click on Refresh; the minute between two checks is taken as over. */
async function readLaterEdition(
  driver: BrowserDriver,
  popup: ExtensionPage,
  edition: SampleEdition,
): Promise<void> {
  say('Refreshing for the later edition');
  edition.publishLater();
  await makeFeedsDue(driver.control);
  await popup.click(REFRESH);
  await waitUntil('the later edition', async () =>
    popup.evaluate(() => document.querySelector('.breaking') !== null),
  );
}

async function takePictures(page: ExtensionPage, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await page.setColorScheme(scheme);
    await page.screenshot(path.join(FOLDER, `${name}-${scheme}.png`));
  }
}

async function takeOpenedPicture(popup: ExtensionPage, title: string): Promise<void> {
  const row = await rowOf(popup, title);
  await popup.click({ role: 'button', name: 'Show more', within: row });
  await waitUntil('the opened story', () =>
    popup.evaluate(() => {
      const detail = document.querySelector('.detail');
      detail?.scrollIntoView({ block: 'center' });
      return detail !== null;
    }),
  );
  await popup.screenshot(path.join(FOLDER, 'popup-story-open.png'));
}

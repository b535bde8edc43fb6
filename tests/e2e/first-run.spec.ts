import { originPattern } from '../../src/domain/refresh/origin';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { openPopup, shownTitles, waitForText } from '../support/popup';
import { declineAccess, stopDeclining } from '../support/refusal';
import { expect, test } from './fixtures';
import { item } from './items';

const WELCOME_PATH = 'src/ui/welcome/index.html';
const START = { role: 'button', name: 'Start' };
const RT_NEWS = { role: 'checkbox', name: 'RT News' };
const ADDRESS = { role: 'textbox', name: 'Address of a site or feed' };
const HEADLINES = ['A bridge is opened', 'The harbor is dredged'];

const feed = rss({ title: 'Harbour Gazette', items: HEADLINES.map((title) => item(title)) });

test('nothing is fetched before the click, then the first headlines are there', async ({
  driver,
  server,
}) => {
  server.set('/feed', { body: feed });
  await driver.grantSites([originPattern(server.url('/')) ?? '']);
  const welcome = await driver.openPage(WELCOME_PATH, PAGE_SIZE);
  // Only the local feed is to be followed, not a real publisher's.
  await welcome.click(RT_NEWS);
  await welcome.fill(ADDRESS, server.url('/feed'));
  const popup = await openPopup(driver);
  await waitForText(popup, 'Choose your publishers');
  expect(server.totalHits()).toBe(0);

  await welcome.click(START);
  for (const headline of HEADLINES) await waitForText(welcome, headline);
  await expect.poll(() => shownTitles(popup)).toEqual(expect.arrayContaining(HEADLINES));
  expect(server.hits('/feed')).toBeGreaterThan(0);
});

test('declined access is said, loses nothing and is offered again', async ({ driver, server }) => {
  server.set('/feed', { body: feed });
  await driver.grantSites([originPattern(server.url('/')) ?? '']);
  const welcome = await driver.openPage(WELCOME_PATH, PAGE_SIZE);
  await welcome.click(RT_NEWS);
  await welcome.fill(ADDRESS, server.url('/feed'));
  await declineAccess(welcome);
  await welcome.click(START);
  await waitForText(welcome, 'Access was declined, so nothing was fetched.');
  expect(server.totalHits()).toBe(0);
  expect(await welcome.count({ role: 'checkbox', name: new URL(server.url('/')).host })).toBe(1);

  await stopDeclining(welcome);
  await welcome.click(START);
  for (const headline of HEADLINES) await waitForText(welcome, headline);
});

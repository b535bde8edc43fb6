import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { allowSites, followFeeds } from '../support/following';
import { agePermanentRedirects, ringAlarm, waitForRefreshEnd } from '../support/passing-time';
import { feedsText, REFRESH, shownTitles, waitForText } from '../support/popup';
import { UNTRUSTED_CERTIFICATE } from '../support/untrusted-certificate';
import { expect, test } from './fixtures';
import { item } from './items';

const OPTIONS = 'src/ui/options/index.html';
const DAY_MS = 86_400_000;

const candidate = (feedUrl: string) => ({ feedUrl, title: null, siteUrl: null });

test('a permanent redirect that lasts moves the feed, a temporary one does not', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/old', { status: 301, headers: { location: '/new' } });
  server.set('/new', { body: rss({ title: 'Moved', items: [item('Here I am now')] }) });
  server.set('/away', { status: 302, headers: { location: '/guest' } });
  server.set('/guest', { body: rss({ title: 'Guest', items: [item('Back soon')] }) });
  const popup = await follow('/old', '/away');
  expect(await shownTitles(popup)).toHaveLength(2);
  await agePermanentRedirects(driver.control, 3 * DAY_MS);
  await ringAlarm(driver);
  await expect.poll(() => server.hits('/guest')).toBe(2);
  await expect.poll(() => server.hits('/new')).toBe(2);
  await waitForRefreshEnd(driver);
  // The next check goes straight to the new address, and by way of the other's own.
  await ringAlarm(driver);
  await expect.poll(() => server.hits('/new')).toBe(3);
  await expect.poll(() => server.hits('/guest')).toBe(3);
  expect(server.hits('/old')).toBe(2);
  expect(server.hits('/away')).toBe(3);
  expect(await shownTitles(popup)).toHaveLength(2);
});

test('a bad certificate, an unknown host and a silent one are told apart', async ({
  driver,
  server,
}) => {
  const secure = createServer(UNTRUSTED_CERTIFICATE, (_, response) => response.end());
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  const { port } = secure.address() as AddressInfo;
  await server.close();
  const addresses = [
    `https://127.0.0.1:${port}/feed`,
    'https://no-such-host.invalid/feed',
    server.url('/feed'),
  ];
  await allowSites(driver, addresses);
  await followFeeds(driver, addresses.map(candidate));
  const options = await driver.openPage(OPTIONS, PAGE_SIZE);
  await waitForText(options, 'its certificate is not valid');
  await waitForText(options, 'There is no site of this name');
  await waitForText(options, 'The site does not answer');
  secure.close();
});

test('one 429 holds all feeds of the host, the button too', async ({ driver, server, follow }) => {
  const paths = ['/one', '/two', '/three'];
  for (const path of paths) {
    server.set(path, { body: rss({ title: path, items: [item(`From ${path}`)] }) });
  }
  const popup = await follow(...paths);
  const limit = { status: 429, headers: { 'retry-after': String((5 * DAY_MS) / 1000) } };
  for (const path of paths) server.set(path, limit);
  await ringAlarm(driver);
  await expect.poll(() => server.totalHits()).toBe(4);
  const options = await driver.openPage(OPTIONS, PAGE_SIZE);
  await waitForText(options, 'The site asks for a pause until');
  await expect
    .poll(async () => (await feedsText(options)).match(/Next check in [45] days/g)?.length)
    .toBe(3);
  // Firefox does not click in a tab that lies behind another.
  await options.close();
  await popup.click(REFRESH);
  await waitForText(popup, 'The sites ask for a pause');
  expect(server.totalHits()).toBe(4);
});

import type { Browser } from 'webextension-polyfill';
import type { BrowserDriver } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { ringAlarm } from '../support/passing-time';
import { waitForText } from '../support/popup';
import { notificationRecords } from '../support/told';
import { expect, test } from './fixtures';
import { item } from './items';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

const PATHS = ['/gazette', '/wire', '/post'];
const STORM = 'BREAKING: Storm closes the old harbor of the capital';

/** All day, every day; or not at all. */
function setQuiet(driver: BrowserDriver, isOn: boolean): Promise<unknown> {
  return driver.control.evaluate(
    (quietHours) =>
      browser.runtime.sendMessage({
        command: 'updateSettings',
        payload: { patch: { notifications: { quietHours } } },
      }),
    { isOn, spans: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 }] },
  );
}

test('an event that several publishers carry is one notification, which grows in place', async ({
  driver,
  server,
  follow,
}) => {
  for (const path of PATHS) server.set(path, { body: rss({ title: path, items: [] }) });
  await (await follow(...PATHS)).close();
  const link = server.url('/storm');
  server.set('/storm', { headers: { 'content-type': 'text/html' }, body: '<h1>Storm</h1>' });
  const carry = (path: string) =>
    server.set(path, { body: rss({ title: path, items: [item(STORM, { id: path, link })] }) });

  carry('/gazette');
  carry('/wire');
  await ringAlarm(driver);
  await expect.poll(() => driver.notifications()).toHaveLength(1);
  const [id = ''] = await driver.notifications();
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ notificationId: id, publisherCount: 2 }]);

  carry('/post');
  await ringAlarm(driver);
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ publisherCount: 3, isGrowing: false, closedAt: null }]);
  expect(await driver.notifications()).toEqual([id]);

  await driver.killWorker();
  await driver.clickNotification(id);
  await expect.poll(() => driver.tabs()).toContain(link);
  await expect.poll(() => driver.notifications()).toEqual([]);
});

test('quiet hours hold a story back, and one summary comes after', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/gazette', { body: rss({ title: 'Gazette', items: [] }) });
  await (await follow('/gazette')).close();
  await setQuiet(driver, true);
  const items = [item(STORM), item('BREAKING: Bridge lifted after the flood')];
  server.set('/gazette', { body: rss({ title: 'Gazette', items }) });
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await ringAlarm(driver);
  await waitForText(options, 'In the last seven days you would have received 0 notifications.');
  await waitForText(options, '2 stories would have been held back.');
  expect(await driver.notifications()).toEqual([]);

  await options.click({ role: 'checkbox', name: 'Hold notifications back at these times' });
  await waitForText(options, 'In the last seven days you would have received 1 notification.');
  await ringAlarm(driver);
  await expect.poll(() => driver.notifications()).toHaveLength(1);
  await expect
    .poll(() => notificationRecords(driver))
    .toMatchObject([{ reason: 'summary', occasion: 'quiet' }]);
  const [id = ''] = await driver.notifications();
  await driver.clickNotification(id);
  await expect
    .poll(async () => (await driver.tabs()).some((url) => url.endsWith('page/index.html')))
    .toBe(true);
});

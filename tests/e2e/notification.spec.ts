import { rss } from '../support/feed-builders';
import { trustKickers } from '../support/following';
import { makeFeedsDue, ringAlarm } from '../support/passing-time';
import { openPopup, REFRESH, shownStories } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('breaking news is told once, and the click opens the story after the worker was killed', async ({
  driver,
  server,
  follow,
}) => {
  const old = item('Quiet day at the harbor');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [old] }) });
  await (await follow('/feed')).close();
  await trustKickers(driver, [server.url('/feed')]);
  expect(await driver.notifications()).toEqual([]);

  const link = server.url('/storm');
  const storm = item('BREAKING: Storm closes the harbor', { link });
  server.set('/storm', { headers: { 'content-type': 'text/html' }, body: '<h1>Storm</h1>' });
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [storm, old] }) });
  await ringAlarm(driver);
  await expect.poll(() => driver.notifications()).toHaveLength(1);
  const [notificationId = ''] = await driver.notifications();

  await driver.killWorker();
  await driver.clickNotification(notificationId);
  await expect.poll(() => driver.tabs()).toContain(link);
  await expect.poll(() => driver.notifications()).toEqual([]);
  const popup = await openPopup(driver);
  await expect
    .poll(async () => (await shownStories(popup)).map(({ isUnread }) => isUnread))
    .toEqual([false, true]);

  await makeFeedsDue(driver.control);
  const before = server.hits('/feed');
  await popup.click(REFRESH);
  await expect.poll(() => server.hits('/feed')).toBe(before + 1);
  await expect.poll(() => popup.count({ role: 'progressbar', name: 'Checking feeds' })).toBe(0);
  expect(await driver.notifications()).toEqual([]);
});

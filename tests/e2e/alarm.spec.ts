import { rss } from '../support/feed-builders';
import { badgeText, ringAlarm } from '../support/passing-time';
import { openPopup, shownTitles } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('a new item arrives by alarm after the worker was killed', async ({
  driver,
  server,
  follow,
}) => {
  const old = item('Ferry to run on Sundays');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [old] }) });
  const popup = await follow('/feed');
  await popup.close();
  const unreadBefore = Number(await badgeText(driver));

  const items = [item('Lighthouse gets a new lamp'), old];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  await driver.killWorker();
  await ringAlarm(driver);
  await expect.poll(() => badgeText(driver)).toBe(String(unreadBefore + 1));
  const later = await openPopup(driver);
  await expect
    .poll(() => shownTitles(later))
    .toEqual(['Lighthouse gets a new lamp', 'Ferry to run on Sundays']);
});

test('an unchanged feed is asked for conditionally and stays as it is', async ({
  driver,
  server,
  follow,
}) => {
  const body = rss({ title: 'Harbour Gazette', items: [item('Ferry to run on Sundays')] });
  server.set('/feed', { headers: { etag: '"1"' }, body });
  const popup = await follow('/feed');
  await ringAlarm(driver);
  await expect.poll(() => server.hits('/feed')).toBe(2);
  expect(server.requests('/feed')[1]?.headers).toMatchObject({ 'if-none-match': '"1"' });
  expect(await shownTitles(popup)).toEqual(['Ferry to run on Sundays']);
});

import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { openPopup } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

/** One white pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

test('pictures are fetched only when wanted, without cookies and referrer', async ({
  driver,
  server,
  follow,
}) => {
  const image = server.url('/lamp.gif', 'pictures.localhost');
  server.set('/lamp.gif', {
    headers: {
      'content-type': 'image/gif',
      'access-control-allow-origin': '*',
      'set-cookie': 'who=1; Path=/',
      'cache-control': 'no-store',
    },
    body: PIXEL,
  });
  const items = [item('Lighthouse gets a new lamp', { image })];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  expect(await popup.evaluate(() => document.images.length)).toBe(0);
  expect(server.hits('/lamp.gif')).toBe(0);

  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await options.click({ role: 'radio', name: 'Beside the headlines' });
  for (let visit = 1; visit <= 2; visit += 1) {
    const again = await openPopup(driver);
    await expect
      .poll(() =>
        again.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth)),
      )
      .toEqual([1]);
  }
  for (const { headers } of server.requests('/lamp.gif')) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
});

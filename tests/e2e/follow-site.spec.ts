import { originPattern } from '../../src/domain/refresh/origin';
import { rss } from '../support/feed-builders';
import { openPopup, shownTitles } from '../support/popup';
import { waitUntil } from '../support/wait';
import { expect, test } from './fixtures';
import { item } from './items';

const link = (href: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

test('the site of the current tab is followed from the popup: its page is read there, nothing is fetched before the click', async ({
  driver,
  server,
}) => {
  server.set('/site', {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>Gazette</title>${link('/comments', 'Comments')}${link('/news', 'Gazette: news')}<p>Hello`,
  });
  const items = [item('Ferry to run on Sundays'), item('A bridge is opened')];
  server.set('/news', { body: rss({ title: 'Harbour Gazette', items }) });
  await driver.grantSites([originPattern(server.url('/')) ?? '']);

  const popup = await driver.openActionPopup(server.url('/site'));
  const shows = (text: string) =>
    waitUntil(`"${text}"`, async () => (await popup.text()).includes(text));
  await popup.click('Follow this site');
  await shows('2 feeds found');
  const text = await popup.text();
  expect(text.indexOf('Gazette: news')).toBeLessThan(text.indexOf('Comments'));
  expect(server.hits('/site')).toBe(1);
  expect(server.hits('/news') + server.hits('/comments')).toBe(0);

  await popup.click('Show headlines of Gazette: news');
  await shows('Ferry to run on Sundays');
  expect(await popup.text()).toContain('Harbour Gazette');
  await popup.click('Follow Harbour Gazette');
  await shows('Following: 2 articles so far.');
  expect(server.hits('/news')).toBe(1);
  expect(server.hits('/site')).toBe(1);
  const list = await openPopup(driver);
  await expect
    .poll(() => shownTitles(list))
    .toEqual(expect.arrayContaining(['Ferry to run on Sundays', 'A bridge is opened']));
});

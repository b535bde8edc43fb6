import { originPattern } from '../../src/domain/refresh/origin';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { openPopup, pageText, shownTitles, waitForText } from '../support/popup';
import { waitUntil } from '../support/wait';
import { expect, test } from './fixtures';
import { item } from './items';

const OPTIONS_PATH = 'src/ui/options/index.html';
const ADDRESS = { role: 'textbox', name: 'Address of a site or feed' };
const FIND = { role: 'button', name: 'Find feeds' };

const link = (href: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

test('a site with several feeds: each is shown with its headlines, one is followed and given up again', async ({
  driver,
  server,
}) => {
  server.set('/', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Gazette</title>${link('comments/feed', 'Comments')}
      ${link('news', 'News')}${link('sport', 'Sport')}<p>Hello`,
  });
  const feeds = { news: 'A bridge is opened', sport: 'Rowers win', comments: 'I was there' };
  for (const [name, headline] of Object.entries(feeds)) {
    const body = rss({ title: `Gazette: ${name}`, items: [item(headline)] });
    server.set(name === 'comments' ? '/comments/feed' : `/${name}`, { body });
  }
  await driver.grantSites([originPattern(server.url('/')) ?? '']);
  const options = await driver.openPage(OPTIONS_PATH, PAGE_SIZE);
  await options.fill(ADDRESS, 'all the news');
  await options.click(FIND);
  await waitForText(options, 'Dateline does not search the web.');
  expect(server.totalHits()).toBe(0);

  await options.fill(ADDRESS, ` <${server.url('/')}> `);
  await options.click(FIND);
  await waitForText(options, '3 feeds found.');
  for (const headline of Object.values(feeds)) await waitForText(options, headline);
  const text = await pageText(options);
  expect(text.indexOf('Gazette: sport')).toBeLessThan(text.indexOf('Gazette: comments'));

  await options.click({ role: 'button', name: 'Follow Gazette: sport' });
  await waitForText(options, 'Following: 1 article so far.');
  const popup = await openPopup(driver);
  await expect.poll(() => shownTitles(popup)).toEqual(['Rowers win']);
  expect(server.hits('/sport')).toBe(1);
  await options.click({ role: 'button', name: 'Undo' });
  await expect.poll(() => shownTitles(popup)).toEqual([]);
});

test('a link is followed from its menu: its address waits in the options, nothing is fetched before the click there', async ({
  driver,
  server,
}) => {
  server.set('/site', {
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><p style="font-size: 32px"><a href="/feed">All news as a feed</a>',
  });
  server.set('/feed', { body: rss({ title: 'Gazette', items: [item('A bridge is opened')] }) });
  await driver.followLink(server.url('/site'), 'All news as a feed');
  const opened = await waitUntil('the options page', async () =>
    (await driver.tabs()).find((url) => url.includes('?add=')),
  );
  expect(server.hits('/feed')).toBe(0);

  await driver.grantSites([originPattern(server.url('/')) ?? '']);
  const { search, hash } = new URL(opened);
  const options = await driver.openPage(`${OPTIONS_PATH}${search}${hash}`, PAGE_SIZE);
  await options.click(FIND);
  await waitForText(options, 'A bridge is opened');
  expect(server.hits('/feed')).toBe(1);
});

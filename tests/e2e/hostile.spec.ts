import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { flood } from '../support/feed-server';
import { ringAlarm } from '../support/passing-time';
import { shownStories, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const SCRIPT = `<script>globalThis.wasHere = true</script>`;
const HANDLER = `<img src="x" onerror="globalThis.wasHere = true">`;

test('scripts in titles are text, and script addresses lead nowhere', async ({
  driver,
  server,
  follow,
}) => {
  const link = 'javascript:globalThis.wasHere=true';
  const items = [
    item('script', { title: `Harbor ${SCRIPT} opens`, summary: HANDLER, link }),
    item('handler', { title: `Pier ${HANDLER} closes`, summary: SCRIPT, link: 'data:text/html,x' }),
    item('A plain one'),
  ];
  server.set('/feed', { body: rss({ title: HANDLER, items }) });
  const popup = await follow('/feed');
  const titles = await shownTitles(popup);
  expect(titles).toHaveLength(3);
  expect(titles.join()).toMatch(/Harbor.*opens/);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, '3 articles');
  for (const page of [popup, options]) {
    const found = await page.evaluate(() => ({
      wasHere: 'wasHere' in globalThis,
      images: document.querySelectorAll('img, main script').length,
      links: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href') ?? ''),
    }));
    expect(found.wasHere).toBe(false);
    expect(found.images).toBe(0);
    expect(found.links.filter((href) => !/^(https?:|#)/.test(href))).toEqual([]);
  }
});

test('a page, an endless and a damaged document are named, the others go on', async ({
  driver,
  server,
  follow,
}) => {
  const good = [item('Good news')];
  server.set('/good', { body: rss({ title: 'Good', items: good }) });
  server.set('/html', {
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Sign in</title><p>Please sign in',
  });
  server.set('/nested', { body: '<a>'.repeat(100_000) });
  server.set('/nested-feed', { body: `<rss><channel>${'<a>'.repeat(100_000)}` });
  server.set('/nested-item', {
    body: rss({ title: 'Deep', items: [item('At the bottom')] }).replace(
      '</description></item>',
      `${'<a>'.repeat(100_000)}$&`,
    ),
  });
  server.set('/huge', {
    headers: { 'content-type': 'application/rss+xml' },
    body: flood('<rss version="2.0"><channel>', '<!-- no end in sight -->'.repeat(4000), 50e6),
  });
  const popup = await follow(
    ...['/html', '/nested', '/nested-feed', '/nested-item', '/huge', '/good'],
  );
  expect((await shownTitles(popup)).sort()).toEqual(['At the bottom', 'Good news']);
  await waitForText(popup, '4 feeds are failing');
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, 'This page names no feed.');
  await waitForText(options, 'too large for a feed');
  await waitForText(options, 'This is not a feed but some other document.');
  await waitForText(options, 'The feed is damaged and cannot be read.');

  good.unshift(item('More good news'));
  server.set('/good', { body: rss({ title: 'Good', items: good }) });
  await ringAlarm(driver);
  await expect.poll(() => shownTitles(popup)).toContain('More good news');
  expect((await shownStories(popup)).every(({ isUnread }) => isUnread)).toBe(true);
});

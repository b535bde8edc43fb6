import { axeViolations } from '../support/accessibility';
import type { ExtensionPage } from '../support/driver';
import { rss } from '../support/feed-builders';
import { rowOf, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

const FIELD = { role: 'searchbox', name: 'Search everything stored' };

async function type(page: ExtensionPage, text: string): Promise<void> {
  for (const letter of text) await page.press(letter);
}

const marks = (page: ExtensionPage) =>
  page.evaluate(() => [...document.querySelectorAll('mark')].map((mark) => mark.textContent));

const focused = (page: ExtensionPage) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );

test('everything stored is searched by words and filters, with the keyboard alone', async ({
  server,
  follow,
}) => {
  const harbour = [
    item('Storm closes the ferry line', { published: ago(2) }),
    item('Lighthouse gets a lamp', { published: ago(5), summary: 'The ferry brought it.' }),
    item('Ferryman wins a prize', { published: ago(80) }),
  ];
  server.set('/harbour', { body: rss({ title: 'Harbour Gazette', items: harbour }) });
  const orbit = [
    item('Astronauts name their moon lander after a boat', {
      ...{ published: ago(1), summary: 'Their ferry, they say, is on time.' },
    }),
  ];
  server.set('/orbit', { body: rss({ title: 'Orbit Weekly', items: orbit }) });
  const popup = await follow('/harbour', '/orbit');
  await rowOf(popup, 'Lighthouse gets a lamp');

  await popup.press('j');
  const before = await focused(popup);
  await popup.press('/');
  await waitForText(popup, 'How to search');
  expect(await axeViolations(popup)).toEqual([]);
  await type(popup, 'ferry');
  const all = [
    'Astronauts name their moon lander after a boat',
    'Storm closes the ferry line',
    'Lighthouse gets a lamp',
    'Ferryman wins a prize',
  ];
  await expect.poll(() => shownTitles(popup)).toEqual(all);
  await expect.poll(() => marks(popup)).toEqual(['ferry', 'ferry', 'ferry', 'Ferry']);
  await waitForText(popup, '4 stories');
  expect(await axeViolations(popup)).toEqual([]);

  await popup.fill(FIELD, 'ferry -storm publisher:harbour after:2d');
  await expect.poll(() => shownTitles(popup)).toEqual(['Lighthouse gets a lamp']);
  await popup.fill(FIELD, 'ferry publisher:nobody');
  await waitForText(popup, 'You follow no publisher called “nobody”, so this is left out.');
  await popup.fill(FIELD, 'zeppelin');
  await waitForText(popup, 'Nothing found');
  expect(await axeViolations(popup)).toEqual([]);

  await popup.fill(FIELD, 'moon ');
  await expect
    .poll(() => shownTitles(popup))
    .toEqual(['Astronauts name their moon lander after a boat']);
  await popup.press('ArrowDown');
  expect(await focused(popup)).toBe('Astronauts name their moon lander after a boat');
  await popup.press('m');
  await popup.press('ArrowUp');
  await popup.fill(FIELD, 'is:unread ferry ');
  await expect.poll(() => shownTitles(popup)).toEqual(all.slice(1, 3));

  await popup.press('Escape');
  await expect.poll(() => popup.count({ role: 'tab', name: 'Top' })).toBe(1);
  await expect.poll(() => focused(popup)).toBe(before);
});

import type { ExtensionPage } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const NAME = { role: 'textbox', name: 'Name' };
const WORDS = { role: 'textbox', name: 'Words' };
const ADD = { role: 'button', name: 'Add topic' };

/** How far the button is from the top of its form. */
const buttonPlace = (options: ExtensionPage) =>
  options.evaluate(() => {
    const form = document.querySelector('.topic-form');
    const button = form?.querySelector('[type=submit]');
    if (!form || !button) throw new Error('no form of a topic');
    return button.getBoundingClientRect().top - form.getBoundingClientRect().top;
  });

const topics = (options: ExtensionPage) =>
  options.evaluate(() =>
    [...document.querySelectorAll('#topics .item-title')].map(({ textContent }) => textContent),
  );

test('the button stays where it is while words are typed, and a click right after is not lost', async ({
  driver,
  server,
  follow,
}) => {
  const items = ['Rocket lands', 'Rocket is launched', 'Rain on the rocket'].map((title) =>
    item(title),
  );
  server.set('/feed', { body: rss({ title: 'Orbit', items }) });
  await (await follow('/feed')).close();
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  // The choice of publishers stands above the button, and is there once they are read.
  await waitForText(options, 'From every publisher');
  const before = await buttonPlace(options);
  await options.fill(WORDS, 'rocket');
  await waitForText(options, 'Matches 3 of 3 stored');
  expect(await buttonPlace(options)).toBe(before);
  await options.fill(WORDS, '"rocket');
  await waitForText(options, 'A quotation mark is missing');
  expect(await buttonPlace(options)).toBe(before);

  const names = ['one', 'two', 'three', 'four'];
  for (const [index, name] of names.entries()) {
    await options.fill(NAME, name);
    await options.fill(WORDS, index % 2 === 0 ? 'rocket' : 'rain');
    await options.click(ADD);
    await expect.poll(() => topics(options)).toHaveLength(index + 1);
  }
  expect((await topics(options)).sort()).toEqual(names.toSorted());
});

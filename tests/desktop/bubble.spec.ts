import {
  endQuiet,
  expectListOpened,
  expectOpened,
  FLOOD,
  followPublishers,
  growStorm,
  holdBack,
  STORM,
  tellOfStorm,
} from '../support/governed';
import { expect, test } from './fixtures';

test('an event that several publishers carry is one bubble, which grows in place and opens the story', async ({
  desktop,
  driver,
  server,
  follow,
}) => {
  const scene = { driver, server, follow };
  await followPublishers(scene);
  const id = await tellOfStorm(scene);
  await expect.poll(() => desktop.bubbles()).toHaveLength(1);
  const [first] = desktop.bubbles();
  expect(first?.summary).toBe(STORM);
  expect(first?.body).toBe('Breaking · 2 publishers');
  expect(desktop.displayed()).toBe(1);

  await growStorm(scene, id);
  await expect.poll(() => desktop.bubbles()).toHaveLength(2);
  const grown = desktop.bubbles().at(-1);
  // Firefox closes the first and shows another in its place.
  if (driver.name === 'chromium') expect(grown?.id).toBe(first?.id);
  expect(grown?.body).toContain('3 publishers');
  expect(desktop.displayed()).toBe(1);

  await driver.killWorker();
  await desktop.clickBubble();
  await expectOpened(scene);
  await expect.poll(() => desktop.displayed()).toBe(0);
});

test('quiet hours keep bubbles away, and one summary comes after', async ({
  desktop,
  driver,
  server,
  follow,
}) => {
  const scene = { driver, server, follow };
  await followPublishers(scene);
  const options = await holdBack(scene);
  expect(desktop.bubbles()).toEqual([]);

  await endQuiet(scene, options);
  await expect.poll(() => desktop.bubbles()).toHaveLength(1);
  const [summary] = desktop.bubbles();
  expect(summary?.summary).toBe('While it was quiet: 2 breaking stories');
  // Bodies are markup, in which headlines are text; each is there once.
  const lines = summary?.body.split('\n').toSorted();
  expect(lines).toEqual([FLOOD.replace('&', '&amp;'), STORM]);
  await desktop.clickBubble();
  await expectListOpened(scene);
});

import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { shownStories, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('a muted topic hides its stories and says so', async ({ driver, server, follow }) => {
  const items = [item('Football: harbor team wins'), item('Council votes on the new pier')];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await options.fill({ role: 'textbox', name: 'Name' }, 'Sports');
  await options.fill({ role: 'textbox', name: 'Words' }, 'football');
  await waitForText(options, 'Matches 1 of 2 stored');
  await options.click({ role: 'radio', name: 'Mute' });
  await options.click({ role: 'button', name: 'Add topic' });

  await expect.poll(() => shownTitles(popup)).toEqual(['Council votes on the new pier']);
  await waitForText(popup, '1 story hidden by “Sports”');
  await popup.click({ role: 'button', name: 'Show' });
  await expect.poll(() => shownTitles(popup)).toEqual(['Football: harbor team wins']);
  const [hidden] = await shownStories(popup);
  expect(hidden?.meta).toContain('Hidden by “Sports”');
});

test('a publisher is muted from a story for a day, and undo brings it back', async ({
  server,
  follow,
}) => {
  const items = [item('Football: harbor team wins'), item('Council votes on the new pier')];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  await popup.click({ role: 'button', name: 'More', within: '.story:first-child' });
  await popup.click({ role: 'button', name: 'For a day' });
  await waitForText(popup, 'Muted: Harbour Gazette');
  await expect.poll(() => shownTitles(popup)).toEqual([]);
  await popup.click({ role: 'button', name: 'Undo' });
  await expect.poll(() => shownTitles(popup)).toHaveLength(2);
});

import type { ExtensionPage } from '../support/driver';
import { rss } from '../support/feed-builders';
import { shownStories } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const MOST_TABS = 40;

/** Presses Tab until the focus is on an element with this text or label. */
async function tabTo(page: ExtensionPage, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (focused === name) return;
  }
  throw new Error(`"${name}" was not reached in ${MOST_TABS} tabs`);
}

test('with the keyboard alone a story is marked, saved and opened', async ({
  driver,
  server,
  follow,
}) => {
  const link = server.url('/story');
  server.set('/story', { headers: { 'content-type': 'text/html' }, body: '<h1>Story</h1>' });
  const items = [item('Lighthouse gets a new lamp', { link })];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  const popup = await follow('/feed');
  const only = async () => (await shownStories(popup))[0];

  await tabTo(popup, 'Mark as read');
  await popup.press('Enter');
  await expect.poll(async () => (await only())?.isUnread).toBe(false);
  await popup.press('Enter');
  await expect.poll(async () => (await only())?.isUnread).toBe(true);

  await tabTo(popup, 'Save');
  await popup.press('Enter');
  await expect.poll(async () => (await only())?.isSaved).toBe(true);

  await tabTo(popup, 'Lighthouse gets a new lamp');
  await popup.press('Enter');
  await expect.poll(() => driver.tabs()).toContain(link);
  await expect.poll(async () => (await only())?.isUnread).toBe(false);
});

import { type ExtensionPage, PAGE_SIZE, POPUP_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { POPUP_PATH, shownStories } from '../support/popup';
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

const surfaces = [
  { name: 'popup', path: POPUP_PATH, size: POPUP_SIZE },
  {
    name: 'side panel and sidebar',
    path: 'src/ui/panel/index.html',
    size: { width: 320, height: 700 },
  },
  { name: 'page', path: 'src/ui/page/index.html', size: PAGE_SIZE },
];

for (const { name, path, size } of surfaces) {
  test(`in the ${name} every key does what its list says`, async ({ driver, server, follow }) => {
    const items = [
      item('Lighthouse gets a new lamp'),
      item('Ferry to run on Sundays', { published: new Date(Date.now() - 3_600_000) }),
    ];
    server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
    await follow('/feed');
    const page = await driver.openPage(path, size);
    const marks = async () =>
      (await shownStories(page)).map(({ isUnread, isSaved }) => [isUnread, isSaved]);
    await expect.poll(marks).toHaveLength(2);
    // The keys come a moment after the first picture.
    await expect.poll(() => page.count({ role: 'button', name: 'Menu' })).toBe(1);
    await expect
      .poll(async () => {
        await page.press('?');
        return page.count({ role: 'dialog', name: 'Keyboard shortcuts' });
      })
      .toBe(1);
    await page.press('s');
    await page.press('Escape');
    await expect.poll(() => page.count({ role: 'dialog', name: 'Keyboard shortcuts' })).toBe(0);

    await page.press('j');
    await page.press('ArrowDown');
    await page.press('s');
    await page.press('m');
    const done = [
      [true, false],
      [false, true],
    ];
    await expect.poll(marks).toEqual(done);
    await page.press('k');
    await page.press('a');
    await expect.poll(marks).toEqual([
      [false, false],
      [false, true],
    ]);
    await expect.poll(() => page.count({ role: 'button', name: 'Undo' })).toBe(1);
    await page.press('z');
    await expect.poll(marks).toEqual(done);
    await page.press('3');
    await expect.poll(marks).toEqual([[false, true]]);
  });
}

import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { openPopup, shownTitles, waitForText } from '../support/popup';
import { readStored } from '../support/stored';
import { expect, test } from './fixtures';
import { item } from './items';

const HEADLINE = 'Ferry to run on Sundays';

test('a profile that a newer Dateline used says so on every page and stays as it is', async ({
  driver,
  server,
  follow,
}) => {
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [item(HEADLINE)] }) });
  const popup = await follow('/feed');
  expect(await shownTitles(popup)).toEqual([HEADLINE]);
  await popup.close();

  const stores = await driver.control.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('dateline', 99);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          opening.result.close();
          resolve(names);
        };
      }),
  );
  expect(stores).toContain('articles');

  for (const scheme of ['light', 'dark'] as const) {
    const page = await openPopup(driver);
    await page.setColorScheme(scheme);
    await waitForText(page, 'A newer Dateline was here');
    expect(await shownTitles(page)).toEqual([]);
    await page.screenshot(`artifacts/newer-version-popup-${driver.name}-${scheme}.png`);
    await page.close();
    const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
    await options.setColorScheme(scheme);
    await waitForText(options, 'This profile was last used by a newer Dateline.');
    await options.screenshot(`artifacts/newer-version-options-${driver.name}-${scheme}.png`);
    await options.close();
  }
  const welcome = await driver.openPage('src/ui/welcome/index.html', PAGE_SIZE);
  await waitForText(welcome, 'A newer Dateline was here');
  await welcome.close();

  const { articles } = await readStored(driver, ['articles']);
  expect(articles).toHaveLength(1);
});

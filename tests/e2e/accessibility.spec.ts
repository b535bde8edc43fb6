import { axeViolations } from '../support/accessibility';
import { type ExtensionPage, PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { trustKickers } from '../support/following';
import { ringAlarm } from '../support/passing-time';
import { rowOf, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

async function expectAccessible(page: ExtensionPage): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    expect(await axeViolations(page), scheme).toEqual([]);
  }
}

test('first run has no accessibility violations', async ({ driver }) => {
  const welcome = await driver.openPage('src/ui/welcome/index.html', PAGE_SIZE);
  await waitForText(welcome, 'Choose your publishers');
  await expectAccessible(welcome);
});

test('popup and options have no accessibility violations', async ({ driver, server, follow }) => {
  const first = item('Ferry to run on Sundays');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [first] }) });
  server.set('/broken', { body: '<p>' });
  const popup = await follow('/feed', '/broken');
  await trustKickers(driver, [server.url('/feed')]);
  const items = [
    item('BREAKING: Storm closes the harbor'),
    { ...first, title: 'Ferry to run on all Sundays', updated: new Date() },
  ];
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  await ringAlarm(driver);
  await rowOf(popup, 'BREAKING: Storm closes the harbor');
  const row = await rowOf(popup, 'Ferry to run on all Sundays');
  await popup.click({ role: 'button', name: 'Show more', within: row });
  await waitForText(popup, 'More about this');
  await expectAccessible(popup);

  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, 'Harbour Gazette');
  await expectAccessible(options);
});

import { writeFile } from 'node:fs/promises';
import { axeViolations } from '../support/accessibility';
import type { ExtensionPage } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { allowSites } from '../support/following';
import { openPopup, rowOf, shownStories, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const FILE = '#data input[type=file]';
const button = (name: string, within?: string) => ({
  role: 'button',
  name,
  ...(within ? { within } : {}),
});
const inData = (name: string) => button(name, '#data');

/** What the options page says of feeds, topics and settings. */
function choices(options: ExtensionPage) {
  return options.evaluate(() => ({
    feeds: [...document.querySelectorAll('#feeds .items .item-title')].map((title) =>
      title.textContent?.trim(),
    ),
    topics: [...document.querySelectorAll('#topics .item-title')].map((title) =>
      title.textContent?.trim(),
    ),
    chosen: [...document.querySelectorAll<HTMLInputElement>('#appearance input:checked')].map(
      (input) => input.closest('label')?.textContent,
    ),
    keepDays: document.querySelector<HTMLSelectElement>('#data select')?.value,
  }));
}

const at = (minutes: number) => ({ published: new Date(Date.now() - minutes * 60_000) });

/** What the popup shows before and after: one saved, one read, one as it came. */
const SHOWN = expect.arrayContaining([
  expect.objectContaining({ title: 'Rocket lands', isSaved: true, isUnread: true }),
  expect.objectContaining({ title: 'Rain expected', isSaved: false, isUnread: false }),
  expect.objectContaining({ title: 'Harbor opens early', isSaved: false, isUnread: true }),
]);

/** Chooses otherwise than by default. */
async function choose(options: ExtensionPage): Promise<void> {
  await waitForText(options, 'Import OPML');
  await options.fill({ role: 'textbox', name: 'Words' }, 'rocket');
  await options.click(button('Add topic'));
  await options.click({ role: 'radio', name: 'Dark' });
  await options.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('#data select');
    if (!select) throw new Error('no choice of how long to keep');
    select.value = '90';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => choices(options)).toMatchObject({ keepDays: '90', topics: ['rocket'] });
  await options.reload();
}

/** As a person does it who hesitates once. */
async function erase(options: ExtensionPage): Promise<void> {
  await options.click(inData('Erase everything…'));
  const focused = () => options.evaluate(() => document.activeElement?.getAttribute('type'));
  await expect.poll(focused).toBe('checkbox');
  // What is pressed by accident erases nothing.
  await options.press('Enter');
  await options.click(inData('Cancel'));
  expect((await choices(options)).feeds).toEqual(['Gazette', 'Orbit']);
  await options.click(inData('Erase everything…'));
  expect(await axeViolations(options)).toEqual([]);
  await options.click({ role: 'checkbox', name: 'Yes, erase all of it' });
  await options.click(inData('Erase now'));
  await waitForText(options, 'Everything is erased.');
}

test('everything goes into one file, is erased, and comes back the same', async ({
  driver,
  server,
  follow,
}, info) => {
  const gazette = [item('Harbor opens early', at(5)), item('Rain expected', at(9))];
  server.set('/gazette', { body: rss({ title: 'Gazette', items: gazette }) });
  server.set('/orbit', { body: rss({ title: 'Orbit', items: [item('Rocket lands', at(12))] }) });
  const popup = await follow('/gazette', '/orbit');
  await popup.click({ ...button('Save'), within: await rowOf(popup, 'Rocket lands') });
  await popup.click({ ...button('Mark as read'), within: await rowOf(popup, 'Rain expected') });
  await expect.poll(() => shownStories(popup)).toEqual(SHOWN);

  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await choose(options);
  await expect.poll(() => choices(options)).toMatchObject({ feeds: ['Gazette', 'Orbit'] });
  const before = await choices(options);
  const backup = await options.download(inData('Save a backup'));
  await waitForText(options, 'Saved as dateline-');
  await erase(options);
  await expect
    .poll(() => choices(options))
    .toMatchObject({ feeds: [], topics: [], keepDays: '30' });

  const file = info.outputPath('backup.json');
  await writeFile(file, backup.slice(0, -200));
  await options.chooseFile(FILE, file);
  await waitForText(options, 'The end of this backup is missing');
  await writeFile(file, backup);
  await options.chooseFile(FILE, file);
  await waitForText(options, '2 feeds · 1 topic · 3 headlines · 1 saved');
  await allowSites(driver, [server.url('/gazette')]);
  await options.click(inData('Restore'));
  await waitForText(options, 'Restored, with ');
  await expect.poll(() => choices(options)).toEqual(before);
  const after = await openPopup(driver);
  await expect.poll(() => shownStories(after)).toEqual(SHOWN);
});

test('earlier choices are listed, gone back to, and that is undone', async ({
  driver,
  server,
  follow,
}, info) => {
  for (const name of ['gazette', 'orbit']) {
    server.set(`/${name}`, { body: rss({ title: name, items: [item(`News of ${name}`)] }) });
  }
  await follow('/gazette', '/orbit');
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  const feeds = async () => (await choices(options)).feeds;
  const backup = await options.download(inData('Save a backup'));
  await options.click(button('Remove orbit'));
  await expect.poll(feeds).toEqual(['gazette']);
  const file = info.outputPath('backup.json');
  await writeFile(file, backup);
  await options.chooseFile(FILE, file);
  await waitForText(options, 'Feeds that come: “orbit”');
  expect(await axeViolations(options)).toEqual([]);
  await options.click(inData('Restore'));
  await waitForText(options, 'Restored, with ');
  await expect.poll(feeds).toEqual(['gazette', 'orbit']);
  await options.evaluate(() => document.querySelector<HTMLElement>('#data summary')?.click());
  await waitForText(options, 'Before a backup was restored');
  await waitForText(options, 'Feeds that go: “orbit”');
  await options.evaluate(() =>
    document.querySelector<HTMLButtonElement>('#data .snapshot > button')?.click(),
  );
  await expect.poll(feeds).toEqual(['gazette']);
  await options.click(button('Undo'));
  await expect.poll(feeds).toEqual(['gazette', 'orbit']);
});

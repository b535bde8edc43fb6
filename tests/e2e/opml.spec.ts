import { writeFile } from 'node:fs/promises';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { pageText, shownTitles, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

test('feeds go out as OPML, are removed, come back by undo and by import', async ({
  driver,
  server,
  follow,
}, info) => {
  server.set('/gazette', { body: rss({ title: 'Gazette', items: [item('From the harbor')] }) });
  server.set('/orbit', { body: rss({ title: 'Orbit', items: [item('From the sky')] }) });
  const popup = await follow('/gazette', '/orbit');
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  const opml = await options.download({ role: 'button', name: 'Export OPML' });
  expect(opml).toContain(server.url('/gazette'));
  expect(opml).toContain(server.url('/orbit'));

  const remove = { role: 'button', name: 'Remove Orbit' };
  await options.click(remove);
  await expect.poll(() => shownTitles(popup)).toEqual(['From the harbor']);
  await options.click({ role: 'button', name: 'Undo' });
  await expect.poll(() => shownTitles(popup)).toHaveLength(2);

  await options.click(remove);
  await expect.poll(() => shownTitles(popup)).toHaveLength(1);
  const file = info.outputPath('feeds.opml');
  await writeFile(file, opml);
  await options.chooseFile('#feeds input[type=file]', file);
  await waitForText(options, 'This file holds 2 feeds');
  await options.click({ role: 'button', name: 'Follow these feeds' });
  await waitForText(options, '1 feed added.');
  expect(await pageText(options)).toContain('1 was already there.');
  await expect
    .poll(() => shownTitles(popup))
    .toEqual(expect.arrayContaining(['From the harbor', 'From the sky']));
});

const MANY = 1_000;
/** One after the other, since all of them are one host's. */
const ALL_CHECKED_MS = 420_000;

test('a thousand feeds come in from one file, say how far they are, and go again', async ({
  driver,
  server,
  follow,
}, info) => {
  test.setTimeout(2 * ALL_CHECKED_MS);
  server.set('/gazette', { body: rss({ title: 'Gazette', items: [item('From the harbor')] }) });
  const popup = await follow('/gazette');
  const names = Array.from({ length: MANY }, (_, number) => `paper-${number}`);
  for (const name of names) {
    if (name === 'paper-7') continue;
    server.set(`/${name}`, { body: rss({ title: name, items: [item(`From ${name}`)] }) });
  }
  const outlines = names.map(
    (name) => `<outline text="${name}" xmlUrl="${server.url(`/${name}`)}"/>`,
  );
  const file = info.outputPath('thousand.opml');
  await writeFile(file, `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  await waitForText(options, 'Import OPML');
  await options.chooseFile('#feeds input[type=file]', file);
  await waitForText(options, 'This file holds 1,000 feeds');
  await options.click({ role: 'button', name: 'Follow these feeds' });
  await waitForText(options, '1,000 feeds added.');
  const isChecking = () =>
    options.evaluate(() => document.querySelector('#feeds .outcome progress') !== null);
  expect(await isChecking()).toBe(true);
  await expect.poll(isChecking, { timeout: ALL_CHECKED_MS }).toBe(false);
  expect(await pageText(options)).toContain('1 could not be read yet.');
  expect(server.requests('/paper-999')).toHaveLength(1);

  const outcome = '#feeds .outcome';
  await options.click({ role: 'button', name: 'Undo the import', within: outcome });
  await waitForText(options, '1,000 feeds removed again.');
  await expect.poll(() => shownTitles(popup)).toEqual(['From the harbor']);
});

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

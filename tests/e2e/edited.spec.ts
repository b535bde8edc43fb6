import { rss } from '../support/feed-builders';
import { badgeText, ringAlarm } from '../support/passing-time';
import { pageText, rowOf, shownStories, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const published = new Date('2011-11-21T10:57:00Z');
const updated = new Date('2011-11-21T14:57:00Z');
const EARLIER = 'US shoots down Russian missile defense proposals';
const LATER = 'US shoots down Russian missile defense proposals - Rogozin';

test('an edited item says so with both times and is not new again', async ({
  driver,
  server,
  follow,
}) => {
  const first = item(EARLIER, { id: 'missile', published });
  server.set('/feed', { body: rss({ title: 'RT News', items: [first] }) });
  const popup = await follow('/feed');
  const row = await rowOf(popup, EARLIER);
  await popup.click({ role: 'button', name: 'Mark as read', within: row });
  await expect.poll(() => badgeText(driver)).toBe('');

  const edited = { ...first, title: LATER, updated };
  server.set('/feed', { body: rss({ title: 'RT News', items: [edited] }) });
  await ringAlarm(driver);
  await rowOf(popup, LATER);
  const [story, ...others] = await shownStories(popup);
  expect(others).toEqual([]);
  expect(story?.meta).toMatch(/10:57.*Edited.*2:57/);
  expect(story?.isUnread).toBe(false);
  expect(await badgeText(driver)).toBe('');

  await popup.click({ role: 'button', name: 'Show more', within: await rowOf(popup, LATER) });
  await waitForText(popup, 'Published');
  expect(await pageText(popup)).toMatch(/Published .*10:57.*, edited 2:57/);
  const marked = await popup.evaluate(() =>
    [...document.querySelectorAll('.changed-headline > *')].map(
      (part) => `${part.tagName}: ${part.textContent}`,
    ),
  );
  expect(marked).toEqual([
    'SPAN: US shoots down Russian missile defense proposals - ',
    'INS: Rogozin',
  ]);
});

import { encodeText } from '../support/encode';
import { rss } from '../support/feed-builders';
import { shownTitles } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const RUSSIAN = 'США отклонили российские предложения по ПРО — Рогозин';
const JAPANESE = '火星探査車、打ち上げは26日に';

test('headlines in windows-1251 and Shift_JIS are right', async ({ server, follow }) => {
  const declared = rss({
    title: 'Вестник',
    encoding: 'windows-1251',
    items: [item(RUSSIAN, { id: 'pro' })],
  });
  server.set('/declared', {
    headers: { 'content-type': 'application/rss+xml' },
    body: encodeText(declared, 'windows-1251'),
  });
  // The HTTP charset is right, the document's own declaration is not.
  const sent = rss({ title: '灯台', encoding: 'UTF-8', items: [item(JAPANESE, { id: 'mars' })] });
  server.set('/sent', {
    headers: { 'content-type': 'text/xml; charset=Shift_JIS' },
    body: encodeText(sent, 'Shift_JIS'),
  });
  const popup = await follow('/declared', '/sent');
  expect((await shownTitles(popup)).sort()).toEqual([RUSSIAN, JAPANESE].sort());
});

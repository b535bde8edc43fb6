import type { ExtensionPage } from '../support/driver';
import { PAGE_SIZE } from '../support/driver';
import { rss } from '../support/feed-builders';
import { trustKickers } from '../support/following';
import { ringAlarm } from '../support/passing-time';
import { openPopup, rowOf, waitForText } from '../support/popup';
import { expect, test } from './fixtures';
import { item } from './items';

const HOUR = 3_600_000;

/** What moved since the page began, although nobody did anything: the value, and the elements. */
function shifts(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        type Source = { node: Node | null; previousRect: DOMRect; currentRect: DOMRect };
        type Shift = PerformanceEntry & { value: number; sources: Source[] };
        const told = ({ y, height }: DOMRect) => `${y} high ${height}`;
        const named = ({ node, previousRect, currentRect }: Source) => {
          const { nodeName, className } = node as Element;
          return `${nodeName}.${className} from ${told(previousRect)} to ${told(currentRect)}`;
        };
        const found: string[] = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[]) {
            found.push(`${value}: ${sources.map(named).join(', ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // Longer than anything of the popup takes to come after its first picture.
        setTimeout(() => resolve(found), 1500);
      }),
  );
}

/** A headline of one to three lines that has no word of another one. */
function unlike(index: number): string {
  const words = Array.from({ length: 4 + (index % 3) * 5 }, (_, word) => index * 100 + word + 1000);
  return words.map((word) => `w${word.toString(26).replaceAll(/\d/g, 'q')}`).join(' ');
}

const looks = [
  { name: 'as the system, light', choices: [], scheme: 'light' },
  { name: 'as the system, dark', choices: [], scheme: 'dark' },
  { name: 'dark and compact', choices: ['Dark', 'Compact'], scheme: 'light' },
  {
    name: 'light, comfortable and with pictures',
    choices: ['Light', 'Comfortable', 'Beside the headlines'],
    scheme: 'dark',
  },
] as const;

test('after the first picture of the popup nothing moves', async ({ driver, server, follow }) => {
  const image = server.url('/picture.gif');
  server.set('/picture.gif', {
    headers: { 'content-type': 'image/gif', 'access-control-allow-origin': '*' },
    body: Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
    delayMs: 300,
  });
  const items = Array.from({ length: 60 }, (_, index) =>
    item(unlike(index), { published: new Date(Date.now() - index * HOUR), image }),
  );
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items }) });
  server.set('/broken', { body: '<p>' });
  const first = await follow('/feed', '/broken');
  await trustKickers(driver, [server.url('/feed')]);
  const storm = item('BREAKING: Storm closes the harbor');
  server.set('/feed', { body: rss({ title: 'Harbour Gazette', items: [storm, ...items] }) });
  await ringAlarm(driver);
  await rowOf(first, 'BREAKING: Storm closes the harbor');
  const options = await driver.openPage('src/ui/options/index.html', PAGE_SIZE);
  for (const { name, choices, scheme } of looks) {
    for (const choice of choices) await options.click({ role: 'radio', name: choice });
    const popup = await openPopup(driver);
    await popup.setColorScheme(scheme);
    await popup.reload();
    await waitForText(popup, 'See why');
    expect(await shifts(popup), name).toEqual([]);
    await popup.close();
  }
});

import { type BrowserDriver, POPUP_SIZE } from '../support/driver';
import { waitUntil } from '../support/wait';

/** From the start of the navigation until the largest thing on the page was painted. */
export async function timePage(
  driver: BrowserDriver,
  path: string,
  content: string,
): Promise<number> {
  const page = await driver.openPage(path, POPUP_SIZE);
  const painted = await waitUntil(`the page ${path}`, () =>
    page.evaluate(async (wanted) => {
      if (!document.querySelector(wanted)) return null;
      const entries = await new Promise<PerformanceEntryList>((resolve) => {
        setTimeout(() => resolve([]), 1_000);
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({
          ...{ type: 'largest-contentful-paint', buffered: true },
        });
      });
      return entries.at(-1)?.startTime ?? null;
    }, content),
  );
  await page.close();
  return painted;
}

import { type BrowserDriver, POPUP_SIZE } from '../support/driver';
import { waitUntil } from '../support/wait';

interface Painted extends PerformanceEntry {
  element: Element | null;
}

/**
 * From the start of the navigation until `content` was painted, as the largest thing on the page. What was
 * painted before it, such as a head above a list that is still being read, does not count.
 */
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
      const last = entries.at(-1) as Painted | undefined;
      return last?.element?.closest(wanted) ? last.startTime : null;
    }, content),
  );
  await page.close();
  return painted;
}

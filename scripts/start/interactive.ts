import type { BrowserDriver } from '../../tests/support/driver';
import { openPopup } from '../../tests/support/popup';
import type { SampleEdition } from '../sample-edition/server';
import { say } from '../step';
import { follow } from './follow';

const LATER_MS = 20_000;

/** Leaves the browser to the person until they close it or press Ctrl-C. */
export async function runInteractive(
  driver: BrowserDriver,
  edition: SampleEdition | null,
  feeds: string[],
): Promise<void> {
  await follow(driver, edition, feeds);
  await openPopup(driver);
  say('Dateline is open: close the browser or press Ctrl-C to end');
  const timer = setTimeout(() => {
    edition?.publishLater();
    if (edition) say('The later edition is out: press Refresh in Dateline');
  }, LATER_MS);
  await driver.closed;
  clearTimeout(timer);
}

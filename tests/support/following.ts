import type { Browser } from 'webextension-polyfill';
import { feedIdOf } from '../../src/domain/article/identity';
import type { FeedCandidate } from '../../src/domain/model';
import { originPattern } from '../../src/domain/refresh/origin';
import type { BrowserDriver } from './driver';
import { waitUntil } from './wait';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/**
 * Gives the extension access to the sites of these addresses. Browsers listen to `permissions.request`
 * only in a real click, so a button on the control page asks for it and is really clicked.
 */
export async function allowSites(driver: BrowserDriver, addresses: string[]): Promise<void> {
  const origins = [...new Set(addresses.map(originPattern).filter((origin) => origin !== null))];
  await driver.grantSites(origins);
  await driver.control.evaluate((wanted) => {
    const button = document.createElement('button');
    button.textContent = 'Allow';
    button.addEventListener('click', () => {
      void browser.permissions.request({ origins: wanted });
    });
    document.body.replaceChildren(button);
  }, origins);
  await driver.control.click({ role: 'button', name: 'Allow' });
  await waitUntil('access to the sites', () =>
    driver.control.evaluate((wanted) => browser.permissions.contains({ origins: wanted }), origins),
  );
}

/** Follows feeds by the same command as the extension's own pages send. */
export async function followFeeds(
  driver: BrowserDriver,
  candidates: FeedCandidate[],
): Promise<void> {
  await driver.control.evaluate(
    (payload) => browser.runtime.sendMessage({ command: 'followFeeds', payload }),
    { candidates },
  );
}

/** Lets the publishers' own marks suffice for breaking news, as a person chooses in the options. */
export async function trustKickers(driver: BrowserDriver, addresses: string[]): Promise<void> {
  for (const feedId of addresses.map(feedIdOf)) {
    await driver.control.evaluate(
      (payload) => browser.runtime.sendMessage({ command: 'setTrustsKicker', payload }),
      { feedId, trustsKicker: true },
    );
  }
}

import type { Browser, Permissions } from 'webextension-polyfill';
import type { ExtensionPage } from './driver';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;
declare let originalRequest: Permissions.Static['request'] | undefined;

/** The person on this page declines the browser's question: neither browser can be asked headless. */
export function declineAccess(page: ExtensionPage): Promise<void> {
  return page.evaluate(() => {
    Object.assign(globalThis, { originalRequest: browser.permissions.request });
    browser.permissions.request = async () => false;
  });
}

/** From now on the browser itself answers again. */
export function stopDeclining(page: ExtensionPage): Promise<void> {
  return page.evaluate(() => {
    if (originalRequest) browser.permissions.request = originalRequest;
  });
}

import type { Browser } from 'webextension-polyfill';

/**
 * What the build puts in the place of `webextension-polyfill`. The oldest browsers of the manifest have
 * `browser` natively, and the polyfill would only hand it on: decision 0015.
 */
export default (globalThis as unknown as { browser: Browser }).browser;

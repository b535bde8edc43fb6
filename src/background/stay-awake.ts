import browser from 'webextension-polyfill';

/** Well below the 30 s after which a browser ends a worker that seems idle. */
const CALL_EVERY_MS = 5_000;
/** Whatever takes longer hangs, and is better begun anew by the next worker. */
const LONGEST_MS = 3_600_000;

/**
 * Keeps the worker alive while it works. To Firefox and Chrome a worker is idle that neither hears an event nor
 * calls the extension API; a slow server and a long transaction are no sign of life to them.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const begin = Date.now();
  const timer = setInterval(() => {
    if (Math.abs(Date.now() - begin) > LONGEST_MS) clearInterval(timer);
    else void browser.runtime.getPlatformInfo();
  }, CALL_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

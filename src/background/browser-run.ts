import browser from 'webextension-polyfill';

const KEY = 'run';

/** A name for the time from one start of the browser to its end; outlives the worker. */
export async function browserRun(): Promise<string> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  if (typeof stored === 'string') return stored;
  const run = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: run });
  return run;
}

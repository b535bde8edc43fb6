import browser from 'webextension-polyfill';

/** The browser answers "locked" whatever the span; the least it allows is asked for. */
const SPAN_SECONDS = 15;

/** Whether nobody can see a notification now. Firefox knows this on no system yet and says no. */
export async function isScreenLocked(): Promise<boolean> {
  return (await browser.idle.queryState(SPAN_SECONDS)) === 'locked';
}

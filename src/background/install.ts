import browser, { type Runtime } from 'webextension-polyfill';
import { readSettings } from '../storage/settings';
import { createContextMenu } from './context-menu';
import { refresh } from './refresh';

const WELCOME_PAGE = 'src/ui/welcome/index.html';

/** Makes the menu, and shows the first run until the user pressed Start; after an update, checks what is due. */
export async function onInstalled({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  await createContextMenu();
  const { hasStarted } = await readSettings();
  if (hasStarted) await refresh({ now: Date.now() });
  else if (reason === 'install') {
    await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) });
  }
}

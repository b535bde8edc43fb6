import browser, { type Storage } from 'webextension-polyfill';
import { languageIn } from '../storage/settings';
import { createContextMenu } from './context-menu';
import { speakChosen, text } from './message-text';

/**
 * What the browser shows of Dateline by itself follows the choice, whoever made it: a page, another browser, a
 * restored file, or erasing.
 */
export async function onStored(changes: Record<string, Storage.StorageChange>): Promise<void> {
  const language = languageIn(changes);
  if (!language || language.before === language.after) return;
  await createContextMenu();
  await nameSurfaces();
}

/** After a start, browsers have the names of the manifest again. */
export async function renameSurfaces(): Promise<void> {
  await speakChosen();
  if (text('languageTag') !== browser.i18n.getMessage('languageTag')) await nameSurfaces();
}

/** The toolbar button and, in Firefox, the sidebar. */
async function nameSurfaces(): Promise<void> {
  await speakChosen();
  const title = text('extensionName');
  await browser.action.setTitle({ title });
  await browser.sidebarAction?.setTitle({ title });
}

import browser, { type Menus } from 'webextension-polyfill';
import { createTurns } from '../domain/in-turn';
import { addPagePath } from '../messaging/pages';
import { speakChosen, text } from './message-text';
import { openTab } from './open-story';

const FOLLOW_LINK = 'follow-link';

const inTurn = createTurns();

/**
 * Browsers keep the menu of an extension whose worker sleeps, so it is made at installation and in a newly chosen
 * language only; one after the other, since an item that is still there cannot be made.
 */
export function createContextMenu(): Promise<void> {
  return inTurn(create);
}

async function create(): Promise<void> {
  await speakChosen();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: FOLLOW_LINK,
    title: text('followLink'),
    contexts: ['link'],
    targetUrlPatterns: ['*://*/*'],
  });
}

/** Opens the page on which the link is looked at; nothing is fetched before a click there. */
export async function onMenuClicked({ menuItemId, linkUrl }: Menus.OnClickData): Promise<void> {
  if (menuItemId !== FOLLOW_LINK || linkUrl === undefined) return;
  await openTab(browser.runtime.getURL(addPagePath(linkUrl)), 'new-tab');
}

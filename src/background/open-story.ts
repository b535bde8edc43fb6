import browser from 'webextension-polyfill';
import type { Appearance } from '../domain/appearance';
import type { CommandPayload } from '../messaging/protocol';
import { readArticleAddress } from '../storage/notifications';
import { readSettings } from '../storage/settings';
import { setStoriesRead } from '../storage/story-changes';
import { announceChange } from './announce';

/**
 * Opens the article where the user likes, or behind when asked so, and marks its story read. A story without
 * any address is only marked.
 * @param chosen instead of what the user likes for the list
 * @returns whether it is behind what the user sees
 */
export async function openStory(
  input: CommandPayload<'openStory'>,
  chosen?: Appearance['openIn'],
): Promise<boolean> {
  const url = await readArticleAddress(input.storyId, input.articleId);
  const usual = chosen ?? (await readSettings()).appearance.openIn;
  const openIn = input.isBehind ? 'background-tab' : usual;
  if (url !== null) await openTab(url, openIn);
  await setStoriesRead([input.storyId], true, Date.now());
  await announceChange();
  return openIn === 'background-tab';
}

/** The browser may run without any window (Chrome in the background): then one is opened. */
export async function openTab(url: string, openIn: Appearance['openIn']): Promise<void> {
  try {
    if (openIn === 'same-tab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: openIn === 'new-tab' });
  } catch {
    await browser.windows.create({ url });
  }
}

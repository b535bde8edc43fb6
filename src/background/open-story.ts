import browser from 'webextension-polyfill';
import type { CommandPayload } from '../messaging/protocol';
import { readArticleAddress } from '../storage/notifications';
import { setStoriesRead } from '../storage/story-changes';
import { announceChange } from './announce';

/** Opens the article and marks its story read. A story without any address is only marked. */
export async function openStory(input: CommandPayload<'openStory'>): Promise<void> {
  const url = await readArticleAddress(input.storyId, input.articleId);
  if (url !== null) await openTab(url, !input.isBehind);
  await setStoriesRead([input.storyId], true, Date.now());
  await announceChange();
}

/** The browser may run without any window (Chrome in the background): then one is opened. */
export async function openTab(url: string, isActive: boolean): Promise<void> {
  try {
    await browser.tabs.create({ url, active: isActive });
  } catch {
    await browser.windows.create({ url });
  }
}

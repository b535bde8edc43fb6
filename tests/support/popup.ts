import type { BrowserDriver, ExtensionPage } from './driver';
import { POPUP_SIZE } from './driver';
import { waitUntil } from './wait';

export const POPUP_PATH = 'src/ui/popup/index.html';
export const REFRESH = { role: 'button', name: 'Refresh' };

export interface ShownStory {
  title: string;
  /** Publisher, time and marks, as they stand below the headline. */
  meta: string;
  isUnread: boolean;
  isSaved: boolean;
}

export function openPopup(driver: BrowserDriver): Promise<ExtensionPage> {
  return driver.openPage(POPUP_PATH, POPUP_SIZE);
}

/** The rows of the list, from top to bottom. */
export function shownStories(popup: ExtensionPage): Promise<ShownStory[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-story]')].map((row) => ({
      title: row.querySelector('.story-link')?.textContent ?? '',
      meta: [...(row.querySelector('.meta')?.children ?? [])]
        .map(({ textContent }) => textContent)
        .join(' · '),
      isUnread: row.classList.contains('is-unread'),
      isSaved: row.querySelector('[aria-pressed=true]') !== null,
    })),
  );
}

export async function shownTitles(popup: ExtensionPage): Promise<string[]> {
  return (await shownStories(popup)).map(({ title }) => title);
}

/** The row of a headline, as a selector to search within. */
export function rowOf(popup: ExtensionPage, title: string): Promise<string> {
  return waitUntil(`the row "${title}"`, async () => {
    const storyId = await popup.evaluate((wanted) => {
      const links = [...document.querySelectorAll('[data-story] > h3 .story-link')];
      const link = links.find(({ textContent }) => textContent === wanted);
      return link?.closest<HTMLElement>('[data-story]')?.dataset['story'] ?? null;
    }, title);
    return storyId === null ? null : `[data-story=${JSON.stringify(storyId)}]`;
  });
}

/** Until the first refresh since the feeds were followed has ended. */
export async function waitForFirstRefresh(popup: ExtensionPage, timeoutMs = 30_000): Promise<void> {
  await waitUntil(
    'the end of the first refresh',
    () =>
      popup.evaluate(() => document.querySelector('.status')?.textContent.startsWith('Updated')),
    timeoutMs,
  );
}

/** What a person reads on a page: `innerText`, since what is hidden is not read. */
export function pageText(page: ExtensionPage): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** What the list of followed feeds says; other sections may say the same. */
export function feedsText(options: ExtensionPage): Promise<string> {
  return options.evaluate(() => document.getElementById('feeds')?.innerText ?? '');
}

export async function waitForText(page: ExtensionPage, text: string): Promise<void> {
  await waitUntil(`"${text}"`, async () => (await pageText(page)).includes(text));
}

import browser from 'webextension-polyfill';

/** Where the headlines are shown. */
export type Surface = 'popup' | 'panel' | 'page';

const PAGE = 'src/ui/page/index.html';

/** Chrome's side panel, which the types of the other browser's API do not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}
const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };

/** What the browser calls the place beside its pages; null where it has none. */
export const sideName: 'panel' | 'sidebar' | null = sidePanel
  ? 'panel'
  : browser.sidebarAction
    ? 'sidebar'
    : null;

/** Firefox leaves the popup open over what it opened; Chrome closes it by itself. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}

/**
 * Asks for the window ahead of the click: the browsers open their side only within it.
 * @returns opens the list beside the page; in the click
 */
export async function prepareSide(): Promise<() => Promise<void>> {
  const { id } = sidePanel ? await browser.windows.getCurrent() : { id: undefined };
  return async () => {
    if (sidePanel && id !== undefined) await sidePanel.open({ windowId: id });
    else if (browser.sidebarAction) await browser.sidebarAction.open();
    closePopup();
  };
}

/** Opens the list in a tab of its own, or goes to the one that shows it already. */
export async function openPage(): Promise<void> {
  const url = browser.runtime.getURL(PAGE);
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
  closePopup();
}

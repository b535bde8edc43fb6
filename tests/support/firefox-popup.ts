/**
 * Scripts for Firefox's own window: the popup is no tab, so that WebDriver does not know it. What runs in
 * it travels there as a frame script.
 */
export function pressActionButton(extensionId: string): string {
  return `(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
    const { ExtensionParent } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionParent.sys.mjs');
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  })()`;
}

/** Chooses Dateline's item in the menu that is open. @returns false while it is not there */
export const CHOOSE_FOLLOW_LINK = `(() => {
  const menu = document.getElementById('contentAreaContextMenu');
  const items = [...menu.querySelectorAll('menuitem')];
  const item = items.find(({ label }) => label.startsWith('Follow with Dateline'));
  if (menu.state !== 'open' || item === undefined) return false;
  menu.activateItem(item);
  return true;
})()`;

export const IS_POPUP_SHOWN = `
  document.querySelector('.webextension-popup-browser')?.closest('panel')?.state === 'open'`;

/** Runs an expression in the popup as if the person had just clicked. @returns its value as JSON */
export function runInPopup(expression: string): string {
  const script = `{
    const click = content.windowUtils.setHandlingUserInput(true);
    try {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const value = Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);
      sendAsyncMessage('test:value', JSON.stringify(value ?? null));
    } catch (error) {
      sendAsyncMessage('test:value', JSON.stringify(String(error)));
    } finally {
      click.destruct();
    }
  }`;
  return `new Promise((resolve) => {
    const { messageManager } = document.querySelector('.webextension-popup-browser');
    const listen = ({ data }) => {
      messageManager.removeMessageListener('test:value', listen);
      resolve(data);
    };
    messageManager.addMessageListener('test:value', listen);
    messageManager.loadFrameScript(
      'data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
  })`;
}

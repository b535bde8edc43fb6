import type { BrowserContext, CDPSession } from '@playwright/test';
import type { RunInPopup } from './action-popup';
import { waitUntil } from './wait';

interface Evaluated {
  id: number;
  result?: { result: { value?: unknown } };
}

/** Presses the toolbar button over the tab with this address. Playwright knows no page for the popup. */
export async function pressActionButton(
  context: BrowserContext,
  extensionId: string,
  tabUrl: string,
): Promise<RunInPopup> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser to ask');
  const session = await browser.newBrowserCDPSession();
  const everything = [{ type: 'tab' }, {}];
  const { targetInfos } = await session.send('Target.getTargets', { filter: everything });
  const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === tabUrl);
  // Newer than Playwright's types of the protocol.
  const send = session.send as (method: string, params: object) => Promise<unknown>;
  await send.call(session, 'Extensions.triggerAction', {
    id: extensionId,
    targetId: tab?.targetId,
  });
  const popupUrl = `chrome-extension://${extensionId}/src/ui/popup/index.html`;
  const targetId = await waitUntil('the popup', async () => {
    const targets = (await session.send('Target.getTargets')).targetInfos;
    return targets.find(({ url }) => url === popupUrl)?.targetId;
  });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  return (expression) => evaluate(session, sessionId, expression);
}

let lastId = 0;

function evaluate(session: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  const answered = new Promise<unknown>((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as Evaluated;
      if (event.sessionId !== sessionId || answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      resolve(answer.result?.result.value);
    };
    session.on('Target.receivedMessageFromTarget', listen);
  });
  const params = { expression, userGesture: true, returnByValue: true };
  const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
  return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered);
}

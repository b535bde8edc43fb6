import { ChromiumDriver } from './chromium';
import type { BrowserDriver } from './driver';

/**
 * From now on Chromium itself lets none of the worker's requests to such addresses through (`*` stands for
 * anything), and says nothing of them, as for sites that an organization keeps extensions from. (Other
 * extensions and lists of blocked pages cannot: Chromium lets neither of them at what extensions fetch.)
 * @throws Error in another browser
 */
export async function blockForWorker(driver: BrowserDriver, pattern: string): Promise<void> {
  const browser = driver instanceof ChromiumDriver ? driver.context.browser() : null;
  if (!browser) throw new Error('only Chromium can be told to block');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const targetId = targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
  if (targetId === undefined) throw new Error('the worker does not run');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const messages = [
    { method: 'Network.enable', params: {} },
    { method: 'Network.setBlockedURLs', params: { urls: [pattern] } },
  ];
  for (const [id, message] of messages.entries()) {
    const answered = new Promise<void>((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', (event) => {
        const answer = JSON.parse(event.message) as { id?: number; error?: { message: string } };
        if (answer.id !== id) return;
        if (answer.error) reject(new Error(answer.error.message));
        else resolve();
      });
    });
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, ...message }),
    });
    await answered;
  }
}

import browser from 'webextension-polyfill';
import type { CommandAnswer, CommandName, CommandPayload, CommandReply } from './protocol';

/**
 * Asks the worker to do something; wakes it when it sleeps.
 * @throws Error when the worker failed: a bug, since expected failures are part of the answer.
 */
export async function send<N extends CommandName>(
  command: N,
  payload: CommandPayload<N>,
): Promise<CommandAnswer<N>> {
  const reply = (await browser.runtime.sendMessage({ command, payload })) as CommandReply;
  if (!reply.ok) throw new Error(`${command}: ${reply.message}`);
  return reply.answer as CommandAnswer<N>;
}

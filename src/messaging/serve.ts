import browser, { type Runtime } from 'webextension-polyfill';
import type {
  CommandAnswer,
  CommandMessage,
  CommandName,
  CommandPayload,
  CommandReply,
} from './protocol';

export type CommandHandlers = {
  [N in CommandName]: (payload: CommandPayload<N>) => Promise<CommandAnswer<N>>;
};

/** Answers commands of our own pages. Registers its listener at once, so that a message can wake the worker. */
export function serveCommands(handlers: CommandHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isCommand(message, handlers)) return undefined;
    return answer(handlers, message);
  });
}

function isCommand(message: unknown, handlers: CommandHandlers): message is CommandMessage {
  const name = (message as CommandMessage | null)?.command;
  return typeof name === 'string' && Object.hasOwn(handlers, name);
}

async function answer(handlers: CommandHandlers, message: CommandMessage): Promise<CommandReply> {
  const handle = handlers[message.command] as (payload: unknown) => Promise<unknown>;
  try {
    return { ok: true, answer: await handle(message.payload) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

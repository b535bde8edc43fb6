import { CHANGED_CHANNEL } from '../../messaging/protocol';

/**
 * Runs `reread` after each commit of the worker. Commits come in quick rows during a refresh: while
 * one reading runs, further ones are folded into a single next one; and reading takes no more than half of
 * the time, or a long list would keep from its work the worker that it waits for.
 */
export function onChanged(reread: () => Promise<void>): () => void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  let isReading = false;
  let isStale = false;
  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isStale) {
        isStale = false;
        const begin = performance.now();
        await reread();
        await rest(performance.now() - begin);
      }
    } finally {
      isReading = false;
    }
  }
  channel.onmessage = () => void read();
  return () => channel.close();
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { CHANGED_CHANNEL } from '../../messaging/protocol';

/** How many times as long as a reading takes there is none. */
const RESTS = 3;
const LONGEST_REST_MS = 1_500;

/**
 * Runs `reread` after each commit of the worker. Commits come in quick rows during a refresh: while
 * one reading runs, further ones are folded into a single next one; and reading takes no more than a quarter of
 * the time, or a long list would keep from its work the worker that it waits for. A reading that something
 * else held up says nothing of that: what is shown is never old for longer than `LONGEST_REST_MS`.
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
        await rest(Math.min(RESTS * (performance.now() - begin), LONGEST_REST_MS));
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

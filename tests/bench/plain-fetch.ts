import { fromAnswer, toExpression } from '../support/page-script';
import type { BenchBrowser } from './browser';

/** As many at once as a refresh has under way. */
const AT_ONCE = 6;

/**
 * Fetches addresses and reads the answers, and nothing else: in Chromium by the extension's worker, else by
 * a page of it.
 * @param etag the validator to send, for an answer without a document
 * @returns milliseconds
 */
export async function timePlainFetch(
  { driver, meter }: BenchBrowser,
  addresses: string[],
  etag: string | null = null,
): Promise<number> {
  const input = { addresses, etag, atOnce: AT_ONCE };
  if (meter) return fromAnswer(await meter.inWorker(toExpression(fetchAll, input)));
  return driver.control.evaluate(fetchAll, input);
}

interface Input {
  addresses: string[];
  etag: string | null;
  atOnce: number;
}

/** Travels as source text: it uses nothing but its argument. */
async function fetchAll({ addresses, etag, atOnce }: Input): Promise<number> {
  const begin = performance.now();
  const left = [...addresses];
  const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let address = left.pop(); address; address = left.pop()) {
        await (await fetch(address, { cache: 'no-store', headers })).arrayBuffer();
      }
    }),
  );
  return performance.now() - begin;
}

import type { BrowserContext, CDPSession } from '@playwright/test';
import { waitUntil } from '../support/wait';
import { cpuOf, findProcesses, hasProcesses, memoryOf } from './processes';
import { WorkerSession } from './worker-session';

/** The kernel cuts names of threads after 15 letters. */
const WORKER_THREAD = 'ServiceWorker t';

export interface Usage {
  /** Milliseconds of processor time in the worker's thread. */
  worker: number;
  /** In all processes of the browser: network, storage and the rest. */
  browser: number;
}

/** Looks at the extension's worker and its process from outside. */
export class ChromiumMeter {
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #profile: string;

  constructor(context: BrowserContext, session: CDPSession, profile: string) {
    this.#context = context;
    this.#session = session;
    this.#profile = profile;
  }

  static async attach(context: BrowserContext, profile: string): Promise<ChromiumMeter> {
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('Chromium offers no session of its own');
    return new ChromiumMeter(context, session, profile);
  }

  /** Runs an expression in the worker. */
  async inWorker<R>(expression: string): Promise<R> {
    const worker = await waitUntil('the worker', () => this.#context.serviceWorkers()[0]);
    return (await worker.evaluate(expression)) as R;
  }

  /** null where the system does not tell. */
  usage(): Usage | null {
    if (!hasProcesses) return null;
    const all = findProcesses(this.#profile);
    return {
      worker: this.#extensionProcesses().reduce((sum, pid) => sum + cpuOf(pid, WORKER_THREAD), 0),
      browser: all.reduce((sum, pid) => sum + cpuOf(pid), 0),
    };
  }

  /** Bytes: JavaScript heap of the worker after a collection, and memory of the extension's process. */
  async memory(): Promise<{ heap: number; process: number | null }> {
    const worker = await WorkerSession.attach(this.#session);
    await worker.send('HeapProfiler.collectGarbage');
    const { usedSize } = await worker.send<{ usedSize: number }>('Runtime.getHeapUsage');
    await worker.detach();
    const [pid] = hasProcesses ? this.#extensionProcesses() : [];
    return { heap: usedSize, process: pid === undefined ? null : memoryOf(pid) };
  }

  #extensionProcesses(): number[] {
    return findProcesses(this.#profile, '--extension-process');
  }
}

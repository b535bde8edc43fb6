import type { CDPSession } from '@playwright/test';
import { waitUntil } from './wait';

/** Follows the state of the extension's one worker; stops and starts it. */
export class ChromiumWorker {
  readonly #session: CDPSession;
  readonly #scope: string;
  #status = '';
  #stops = 0;

  constructor(session: CDPSession, scope: string) {
    this.#session = session;
    this.#scope = scope;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) {
        if (runningStatus === 'stopped' && this.#status !== 'stopped') this.#stops += 1;
        this.#status = runningStatus;
      }
    });
  }

  /** An alarm may start it again at once: that it has stopped in between is enough. */
  async stop(): Promise<void> {
    const before = this.#stops;
    await waitUntil('the worker to stop', async () => {
      await this.#session.send('ServiceWorker.stopAllWorkers');
      return this.#status === 'stopped' || this.#stops > before;
    });
  }

  async start(): Promise<void> {
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: this.#scope });
    await waitUntil('the worker to run', () => this.#status === 'running');
  }
}

import type { CDPSession } from '@playwright/test';
import { waitUntil } from './wait';

/** Follows the state of the extension's one worker; stops and starts it. */
export class ChromiumWorker {
  readonly #session: CDPSession;
  readonly #scope: string;
  #status = '';

  constructor(session: CDPSession, scope: string) {
    this.#session = session;
    this.#scope = scope;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) this.#status = version.runningStatus;
    });
  }

  async stop(): Promise<void> {
    await waitUntil('the worker to stop', async () => {
      await this.#session.send('ServiceWorker.stopAllWorkers');
      return this.#status === 'stopped';
    });
  }

  async start(): Promise<void> {
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: this.#scope });
    await waitUntil('the worker to run', () => this.#status === 'running');
  }
}

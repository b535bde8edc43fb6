import type { CDPSession } from '@playwright/test';

/** Speaks the developer tools' protocol with the extension's worker, through the browser. */
export class WorkerSession {
  readonly #session: CDPSession;
  readonly #sessionId: string;
  #last = 0;

  constructor(session: CDPSession, sessionId: string) {
    this.#session = session;
    this.#sessionId = sessionId;
  }

  /** @throws Error when no worker runs */
  static async attach(session: CDPSession): Promise<WorkerSession> {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(({ type }) => type === 'service_worker');
    if (!target) throw new Error('No worker runs');
    const { targetId } = target;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new WorkerSession(session, sessionId);
  }

  send<R>(method: string, params: object = {}): Promise<R> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<R>((resolve, reject) => {
      const listen = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const reply = JSON.parse(message) as { id?: number; result: R; error?: object };
        if (sessionId !== this.#sessionId || reply.id !== id) return;
        this.#session.off('Target.receivedMessageFromTarget', listen);
        if (reply.error) reject(new Error(`${method}: ${JSON.stringify(reply.error)}`));
        else resolve(reply.result);
      };
      this.#session.on('Target.receivedMessageFromTarget', listen);
    });
    const message = JSON.stringify({ id, method, params });
    void this.#session.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  async detach(): Promise<void> {
    await this.#session.send('Target.detachFromTarget', { sessionId: this.#sessionId });
  }
}

import WebSocket from 'ws';

/** A value as WebDriver BiDi sends it; only what this client reads. */
export interface RemoteValue {
  type: string;
  value?: unknown;
}

/** Far more than any command takes: one that is never answered shall be named. */
const ANSWER_TIMEOUT_MS = 45_000;

interface EvaluateResult {
  type: 'success' | 'exception';
  result: RemoteValue;
  exceptionDetails?: { text: string };
}

interface Answer {
  id?: number;
  type: string;
  result?: unknown;
  error?: string;
  message?: string;
}

/** A WebDriver BiDi connection (https://www.w3.org/TR/webdriver-bidi/): requests and answers. */
export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#settle(answer.id, answer);
    });
    socket.on('close', () => {
      const message = 'the browser has gone';
      for (const id of [...this.#pending.keys()]) this.#settle(id, { type: 'error', message });
    });
    // A killed browser resets the connection; "close" follows and says all there is to say.
    socket.on('error', () => {});
  }

  static open(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(new BidiConnection(socket)));
      socket.once('error', reject);
    });
  }

  #settle(id: number, answer: Answer): void {
    this.#pending.get(id)?.(answer);
    this.#pending.delete(id);
  }

  /** @throws Error when the browser refuses, has gone, or does not answer in time. */
  send<R>(method: string, params: object = {}, timeoutMs = ANSWER_TIMEOUT_MS): Promise<R> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const message = `no answer in ${timeoutMs} ms`;
      const timer = setTimeout(() => this.#settle(id, { type: 'error', message }), timeoutMs);
      this.#pending.set(id, (answer) => {
        clearTimeout(timer);
        if (answer.type !== 'error') resolve(answer.result as R);
        else reject(new Error(`${method}: ${answer.error ?? ''} ${answer.message ?? ''}`));
      });
      if (this.#socket.readyState === WebSocket.OPEN) {
        this.#socket.send(JSON.stringify({ id, method, params }));
      } else this.#settle(id, { type: 'error', message: 'the browser has gone' });
    });
  }

  /** Runs an expression in a page and awaits it. @returns a primitive; objects do not travel. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const answer = await this.send<EvaluateResult>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result.value;
  }

  close(): void {
    this.#socket.close();
  }
}

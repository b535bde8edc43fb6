import type { ServerResponse } from 'node:http';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** What the server says for one path. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** A function makes a new stream for each request. */
  body?: string | Uint8Array | (() => Readable);
  /** Time until the head of the answer. */
  delayMs?: number;
}

export interface RecordedRequest {
  at: number;
  headers: IncomingHttpHeaders;
}

/**
 * A web server on loopback that says what it is told to, and remembers what it was asked. Paths that
 * were not set answer 404. A set ETag or Last-Modified is honored: 304 when the validator matches.
 */
export class FeedServer {
  readonly #server: Server;
  readonly #answers = new Map<string, Answer>();
  readonly #requests = new Map<string, RecordedRequest[]>();
  #port = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      // A client that goes away in the middle is the client's affair.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FeedServer> {
    const server = new FeedServer();
    await server.open();
    return server;
  }

  /** Opens, or opens again on the same port. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Refuses connections from now on and breaks off those that are open. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Browsers resolve every name under `localhost` to loopback: as many sites as a test needs. */
  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.#port}${path}`;
  }

  set(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  requests(path: string): RecordedRequest[] {
    return this.#requests.get(path) ?? [];
  }

  hits(path: string): number {
    return this.requests(path).length;
  }

  /** Over all paths. */
  totalHits(): number {
    return [...this.#requests.values()].reduce((sum, requests) => sum + requests.length, 0);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    this.#requests.set(path, [
      ...this.requests(path),
      { at: Date.now(), headers: request.headers },
    ]);
    const answer = this.#answers.get(path) ?? { status: 404 };
    if (answer.delayMs) await pause(answer.delayMs);
    const isSame = isUnchanged(request.headers, answer.headers ?? {});
    response.writeHead(isSame ? 304 : (answer.status ?? 200), answer.headers);
    if (isSame) response.end();
    else if (typeof answer.body === 'function') pipe(answer.body(), response);
    else response.end(answer.body);
  }
}

function pipe(body: Readable, response: ServerResponse): void {
  response.on('close', () => body.destroy());
  body.pipe(response);
}

/** If-None-Match decides alone when it is there (RFC 9110, 13.1.3). */
function isUnchanged(asked: IncomingHttpHeaders, given: Record<string, string>): boolean {
  const etag = asked['if-none-match'];
  if (etag !== undefined) return etag === given['etag'];
  const since = asked['if-modified-since'];
  return since !== undefined && since === given['last-modified'];
}

/** A body that never ends: a chunk every now and then. */
export function drip(chunk: string, everyMs: number): () => Readable {
  return () =>
    Readable.from(
      (async function* () {
        for (;;) {
          yield chunk;
          await pause(everyMs);
        }
      })(),
    );
}

/** A body of that many bytes, made while it is sent. */
export function flood(head: string, chunk: string, totalBytes: number): () => Readable {
  return () =>
    Readable.from(
      (function* () {
        yield head;
        const size = Buffer.byteLength(chunk);
        for (let sent = 0; sent < totalBytes; sent += size) yield chunk;
      })(),
    );
}
